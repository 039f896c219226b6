package io.heddle.contract;

import io.heddle.contract.error.ServiceException;

/// The name of a service in the registry: 1 to 63 lower case letters, digits, dots, dashes and underscores, first a
/// letter.
///
/// @param value the name
public record ServiceName(String value) {
    /// The longest name, in characters.
    public static final int MAX_LENGTH = 63;

    /// Checks the name.
    ///
    /// @throws ServiceException 400 naming the field `name` when it is not one
    public ServiceName {
        if (!valid(value)) {
            throw ServiceException.invalid(
                    "name", "must be 1 to 63 lower case letters, digits, dots, dashes or underscores, first a letter");
        }
    }

    /// Whether the text can name a service.
    public static boolean valid(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && isLetter(text.charAt(0))
                && text.chars().allMatch(ServiceName::isNameCharacter);
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isNameCharacter(int c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    }

    @Override
    public String toString() {
        return value;
    }
}
