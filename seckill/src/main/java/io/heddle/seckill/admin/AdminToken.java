package io.heddle.seckill.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// The token that edits need; everybody may edit where none is set. Safe for use by any thread.
public final class AdminToken {
    private static final String BEARER = "Bearer ";

    private final byte[] token;

    private AdminToken(byte[] token) {
        this.token = token;
    }

    /// That token, or none when the text is empty.
    public static AdminToken of(String token) {
        return new AdminToken(token.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether there is one.
    public boolean isSet() {
        return token.length > 0;
    }

    /// The header that shows a token; none when the text is empty.
    public static Optional<String> header(String token) {
        return token.isEmpty() ? Optional.empty() : Optional.of(BEARER + token);
    }

    /// Lets those pass who show the token. Takes the same time whatever they show.
    ///
    /// @param authorization the header of that name
    /// @throws UnauthenticatedException when it is another or none
    public void require(Optional<String> authorization) {
        if (isSet() && !MessageDigest.isEqual(token, shown(authorization.orElse("")))) {
            throw new UnauthenticatedException("Authorization must carry the admin token as a bearer token");
        }
    }

    private static byte[] shown(String header) {
        boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return (bearer ? header.substring(BEARER.length()).strip() : "").getBytes(StandardCharsets.UTF_8);
    }
}
