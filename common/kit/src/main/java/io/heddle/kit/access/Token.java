package io.heddle.kit.access;

import java.security.SecureRandom;
import java.util.Base64;

/// Makes tokens.
public interface Token {
    /// A new token of 192 random bits, 32 characters that need no escape in a URL.
    static String fresh() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
