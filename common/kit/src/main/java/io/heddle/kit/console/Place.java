package io.heddle.kit.console;

/// Where a console stands.
///
/// @param realm the name of the centre, as `registry`; its cookie is called by it and its port
/// @param anchor a class beside whose package its files are: `index.html`, which is put into the frame that all pages
///     share, and what that names
/// @param secure whether it is served on TLS, so that its cookie must never travel on anything else
public record Place(String realm, Class<?> anchor, boolean secure) {
    /// The name of the cookie. Cookies do not know ports (RFC 6265, 8.5), so each centre of a machine has its own.
    ///
    /// @param port that the centre listens on
    String cookie(int port) {
        return (secure ? "__Host-" : "") + realm + "-session-" + port;
    }
}
