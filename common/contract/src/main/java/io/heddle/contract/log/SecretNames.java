package io.heddle.contract.log;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Knows by its name what must never be written down: `password`, `api_key`, `userToken`, `X-Client-Secret`.
public final class SecretNames {
    /// What stands for a secret in a log, a span, or an answer.
    public static final String MASK = "******";

    private static final String CONNECTION_STRING = "connectionstring";

    /// The words that make a name one of a secret wherever they stand, also at the end of a longer word: `dbpassword`.
    private static final List<String> ANYWHERE = List.of(
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
            "privatekey",
            "secretkey",
            CONNECTION_STRING);

    /// The words that say only how a value is written, which a name may end with: `signing_key_base64`, `key_hex`.
    private static final Set<String> CODINGS = Set.of("base", "b", "hex", "pem", "encoded");

    /// The gaps between words: `apiKey`, `api_key`, `api-key`, `api.key`, `APIKey`, `key2`.
    private static final Pattern GAP = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"
            + "|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])");

    private SecretNames() {}

    /// Whether a name, in any of the ways names are written, is that of a secret.
    public static boolean matches(String name) {
        String last = "";
        String before = "";
        for (String part : GAP.split(name)) {
            String word = singular(part.toLowerCase(Locale.ROOT));
            if (ANYWHERE.stream().anyMatch(word::endsWith) || (before + word).endsWith(CONNECTION_STRING)) {
                return true;
            }
            last = saysHow(word) ? last : word;
            before = word;
        }
        return last.equals("key") || last.endsWith("token");
    }

    /// Whether a word does not say what a value is: a number, or a coding.
    private static boolean saysHow(String word) {
        return word.isEmpty() || Character.isDigit(word.charAt(0)) || CODINGS.contains(word);
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
