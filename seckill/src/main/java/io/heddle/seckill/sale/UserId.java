package io.heddle.seckill.sale;

/// Who asks. A number and its decimal digits as text are the same user.
///
/// @param text 1 to {@link #MAX_LENGTH} visible ASCII characters
public record UserId(String text) {
    /// The most characters.
    public static final int MAX_LENGTH = 64;

    /// Checks the text.
    ///
    /// @throws IllegalArgumentException when it is no user id
    public UserId {
        if (!valid(text)) {
            throw new IllegalArgumentException("a user id " + MUST);
        }
    }

    /// What a user id must be, as a clause.
    public static final String MUST = "must be a whole number or 1 to " + MAX_LENGTH + " visible ASCII characters";

    /// The user with a number.
    public static UserId of(long number) {
        return new UserId(Long.toString(number));
    }

    /// Whether a text is a user id.
    public static boolean valid(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
