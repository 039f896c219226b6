package io.heddle.kit.check;

/// The form of e-mail addresses: that of RFC 5321 without quoted local parts and address literals, letters of any
/// script allowed (RFC 6531).
final class Addresses {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;
    private static final String MARKS = "!#$%&'*+-/=?^_`{|}~";

    private Addresses() {}

    static boolean isEmail(String text) {
        int at = text.indexOf('@');
        return text.length() <= LONGEST
                && at > 0
                && at <= LONGEST_LOCAL
                && isLocal(text.substring(0, at))
                && isDomain(text.substring(at + 1));
    }

    private static boolean isLocal(String text) {
        return isDotted(text) && text.codePoints().allMatch(c -> c == '.' || MARKS.indexOf(c) >= 0 || isWord(c));
    }

    private static boolean isDomain(String text) {
        if (!isDotted(text)) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            boolean plain = label.codePoints().allMatch(c -> c == '-' || isWord(c));
            if (!plain || label.length() > LONGEST_LABEL || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
        }
        return true;
    }

    /// Whether dots stand only between other characters.
    private static boolean isDotted(String text) {
        return !text.isEmpty() && !text.startsWith(".") && !text.endsWith(".") && !text.contains("..");
    }

    private static boolean isWord(int c) {
        return c < 128 ? Character.isLetterOrDigit(c) : Character.isLetter(c) || Character.isDigit(c);
    }
}
