package io.heddle.contract.log;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Knows by its name what must never be written down: `password`, `api_key`, `userToken`, `X-Client-Secret`.
public final class SecretNames {
    /// What stands for a secret in a log, a span, or an answer.
    public static final String MASK = "******";

    /// The words that make a name one of a secret wherever they stand.
    private static final Set<String> ANYWHERE = Set.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "secret",
            "credential",
            "authorization",
            "cookie",
            "apikey",
            "accesskey",
            "privatekey");

    /// The words that make a name one of a secret when they stand last: `api_key`, but not `key_id`.
    private static final Set<String> LAST = Set.of("token", "key");

    /// The gaps between words: `apiKey`, `api_key`, `api-key`, `api.key`.
    private static final Pattern GAP = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

    private SecretNames() {}

    /// Whether a name, in any of the ways names are written, is that of a secret.
    public static boolean matches(String name) {
        String last = "";
        for (String word : GAP.split(name)) {
            last = singular(word.toLowerCase(Locale.ROOT));
            if (ANYWHERE.contains(last)) {
                return true;
            }
        }
        return LAST.contains(last);
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
