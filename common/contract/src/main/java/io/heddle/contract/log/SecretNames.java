package io.heddle.contract.log;

import java.util.List;
import java.util.Locale;

/// Knows by its name what must never be written down: `password`, `api_key`, `userToken`, `X-Client-Secret`.
public final class SecretNames {
    /// What stands for a secret in a log or a span.
    public static final String MASK = "***";

    private static final List<String> PARTS = List.of(
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "token",
            "authorization",
            "credential",
            "apikey",
            "accesskey",
            "privatekey",
            "cookie");

    private SecretNames() {}

    /// Whether a name, in any of the ways names are written, is that of a secret.
    public static boolean matches(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        String plain = letters.toString().toLowerCase(Locale.ROOT);
        return PARTS.stream().anyMatch(plain::contains);
    }
}
