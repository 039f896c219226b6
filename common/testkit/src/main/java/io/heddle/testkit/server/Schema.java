package io.heddle.testkit.server;

/// A database of its own for a test.
///
/// @param url its JDBC address
/// @param user who owns it
/// @param password of that user
public record Schema(String url, String user, String password) {
    @Override
    public String toString() {
        return url;
    }
}
