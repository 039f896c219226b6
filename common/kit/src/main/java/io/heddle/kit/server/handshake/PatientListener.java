package io.heddle.kit.server.handshake;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Accepts plain sockets and puts TLS over them. What is set on it is kept in a listener of the JDK that never listens.
final class PatientListener extends SSLServerSocket {
    private final SSLContext context;
    private final Duration limit;
    private final SSLServerSocket settings;

    PatientListener(SSLContext context, Duration limit) throws IOException {
        this.context = context;
        this.limit = limit;
        this.settings = (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
    }

    /// A peer that is gone before it was accepted is none.
    @Override
    public Socket accept() throws IOException {
        while (true) {
            Socket plain = super.accept();
            try {
                return over(plain);
            } catch (IOException e) {
                plain.close();
            }
        }
    }

    private Socket over(Socket plain) throws IOException {
        SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
        secure.setUseClientMode(false);
        secure.setSSLParameters(settings.getSSLParameters());
        return new PatientSocket(secure, limit);
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return settings.getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return settings.getEnabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] value) {
        settings.setEnabledCipherSuites(value);
    }

    @Override
    public String[] getSupportedProtocols() {
        return settings.getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return settings.getEnabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] value) {
        settings.setEnabledProtocols(value);
    }

    @Override
    public void setUseClientMode(boolean value) {
        settings.setUseClientMode(value);
    }

    @Override
    public boolean getUseClientMode() {
        return settings.getUseClientMode();
    }

    @Override
    public void setNeedClientAuth(boolean value) {
        settings.setNeedClientAuth(value);
    }

    @Override
    public boolean getNeedClientAuth() {
        return settings.getNeedClientAuth();
    }

    @Override
    public void setWantClientAuth(boolean value) {
        settings.setWantClientAuth(value);
    }

    @Override
    public boolean getWantClientAuth() {
        return settings.getWantClientAuth();
    }

    @Override
    public void setEnableSessionCreation(boolean value) {
        settings.setEnableSessionCreation(value);
    }

    @Override
    public boolean getEnableSessionCreation() {
        return settings.getEnableSessionCreation();
    }

    @Override
    public SSLParameters getSSLParameters() {
        return settings.getSSLParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters value) {
        settings.setSSLParameters(value);
    }
}
