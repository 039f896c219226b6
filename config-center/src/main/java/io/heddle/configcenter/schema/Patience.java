package io.heddle.configcenter.schema;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// How much regular expressions may look at before they are given up: those of `java.util.regex` may go on for
/// ages over forty characters. Used by one thread.
final class Patience {
    private static final int MOST_LOOKS = 10_000_000;

    private int left = MOST_LOOKS;

    /// The patience is at an end.
    static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpentException() {
            super("a regular expression takes too long", null, false, false);
        }
    }

    /// Whether a pattern is found in a text.
    ///
    /// @throws SpentException when there is no telling
    boolean finds(Pattern pattern, CharSequence text) {
        return pattern.matcher(new Watched(text)).find();
    }

    /// Whether a text may be read as a regular expression.
    static boolean valid(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException _) {
            return false;
        }
    }

    /// A text whose every look is counted.
    private final class Watched implements CharSequence {
        private final CharSequence text;

        Watched(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new SpentException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
