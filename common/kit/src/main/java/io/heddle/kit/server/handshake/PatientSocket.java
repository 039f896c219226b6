package io.heddle.kit.server.handshake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/// The JDK's TLS socket, but for the handshake: it has a limit, and one that fails closes the socket without a word.
/// What is read from it then has ended.
final class PatientSocket extends SSLSocket {
    private static final System.Logger LOG = System.getLogger(PatientSocket.class.getName());

    private final SSLSocket secure;
    private final Duration limit;

    PatientSocket(SSLSocket secure, Duration limit) {
        this.secure = secure;
        this.limit = limit;
    }

    @Override
    public void startHandshake() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        Thread.ofVirtual().name("handshake-limit").start(() -> closeUnless(over));
        try {
            secure.startHandshake();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no handshake", e);
            secure.close();
        } finally {
            over.countDown();
        }
    }

    private void closeUnless(CountDownLatch over) {
        try {
            if (!over.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                secure.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "not closed", e);
        }
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return secure.getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return secure.getEnabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] value) {
        secure.setEnabledCipherSuites(value);
    }

    @Override
    public String[] getSupportedProtocols() {
        return secure.getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return secure.getEnabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] value) {
        secure.setEnabledProtocols(value);
    }

    @Override
    public void setUseClientMode(boolean value) {
        secure.setUseClientMode(value);
    }

    @Override
    public boolean getUseClientMode() {
        return secure.getUseClientMode();
    }

    @Override
    public void setNeedClientAuth(boolean value) {
        secure.setNeedClientAuth(value);
    }

    @Override
    public boolean getNeedClientAuth() {
        return secure.getNeedClientAuth();
    }

    @Override
    public void setWantClientAuth(boolean value) {
        secure.setWantClientAuth(value);
    }

    @Override
    public boolean getWantClientAuth() {
        return secure.getWantClientAuth();
    }

    @Override
    public void setEnableSessionCreation(boolean value) {
        secure.setEnableSessionCreation(value);
    }

    @Override
    public boolean getEnableSessionCreation() {
        return secure.getEnableSessionCreation();
    }

    @Override
    public SSLParameters getSSLParameters() {
        return secure.getSSLParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters value) {
        secure.setSSLParameters(value);
    }

    @Override
    public SSLSession getSession() {
        return secure.getSession();
    }

    @Override
    public String getApplicationProtocol() {
        return secure.getApplicationProtocol();
    }

    @Override
    public void setHandshakeApplicationProtocolSelector(BiFunction<SSLSocket, List<String>, String> value) {
        secure.setHandshakeApplicationProtocolSelector(value);
    }

    @Override
    public void addHandshakeCompletedListener(HandshakeCompletedListener value) {
        secure.addHandshakeCompletedListener(value);
    }

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener value) {
        secure.removeHandshakeCompletedListener(value);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return secure.isClosed() ? InputStream.nullInputStream() : secure.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return secure.isClosed() ? OutputStream.nullOutputStream() : secure.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        secure.close();
    }

    @Override
    public boolean isClosed() {
        return secure.isClosed();
    }

    @Override
    public boolean isConnected() {
        return secure.isConnected();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return secure.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return secure.getLocalSocketAddress();
    }

    @Override
    public InetAddress getInetAddress() {
        return secure.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return secure.getLocalAddress();
    }

    @Override
    public int getPort() {
        return secure.getPort();
    }

    @Override
    public int getLocalPort() {
        return secure.getLocalPort();
    }

    @Override
    public void setSoTimeout(int value) throws SocketException {
        secure.setSoTimeout(value);
    }

    @Override
    public void setTcpNoDelay(boolean value) throws SocketException {
        secure.setTcpNoDelay(value);
    }

    @Override
    public <T> Socket setOption(SocketOption<T> value, T value1) throws IOException {
        return secure.setOption(value, value1);
    }

    @Override
    public <T> T getOption(SocketOption<T> value) throws IOException {
        return secure.getOption(value);
    }
}
