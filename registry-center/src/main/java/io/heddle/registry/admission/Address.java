package io.heddle.registry.admission;

import java.net.URI;
import java.net.URISyntaxException;

/// The parts of the URL of an instance.
record Address(String host, int port) {
    private static final String RULE =
            "must be a URL such as http://127.0.0.1:9527: http or https, a host, no user, query or fragment";
    private static final int LAST_PORT = 65_535;

    static Address parse(String text, int longest) {
        Admission.require(
                text.length() <= longest, "invalid_service", "service", "must be at most " + longest + " characters");
        try {
            URI uri = new URI(text);
            Admission.require(plain(uri), "invalid_service", "service", RULE);
            return new Address(unbracketed(uri.getHost()), port(uri));
        } catch (URISyntaxException e) {
            Admission.require(false, "invalid_service", "service", RULE);
            throw new IllegalStateException(e);
        }
    }

    private static boolean plain(URI uri) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return http
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= LAST_PORT;
    }

    private static int port(URI uri) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
