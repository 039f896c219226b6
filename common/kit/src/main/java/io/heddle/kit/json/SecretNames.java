package io.heddle.kit.json;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells by its name that a value is a secret, and what is shown in place of one.
public interface SecretNames {
    /// What is shown in place of a secret.
    String MASK = "******";

    /// The words that make a name one of a secret wherever they stand.
    Set<String> ANYWHERE = Set.of("password", "passwd", "pwd", "passphrase", "secret", "credential");

    /// The words that make a name one of a secret when they stand last: `api_key`, but not `key_id`.
    Set<String> LAST = Set.of("token", "key", "apikey");

    /// The gaps between words: `apiKey`, `api_key`, `api-key`, `api.key`.
    Pattern GAP = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

    /// Whether a name is that of a secret.
    static boolean secret(String name) {
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
