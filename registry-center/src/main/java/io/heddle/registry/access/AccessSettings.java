package io.heddle.registry.access;

import java.util.Optional;

/// The tokens that are demanded. When none is set and the registry listens on the loopback address only, none is
/// demanded.
///
/// @param readToken allows looking and watching
/// @param registerToken allows registering too
/// @param adminToken allows everything
public record AccessSettings(Optional<String> readToken, Optional<String> registerToken, Optional<String> adminToken) {
    /// No token is set.
    public static AccessSettings standard() {
        return new AccessSettings(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Whether there is any token.
    public boolean any() {
        return readToken.isPresent() || registerToken.isPresent() || adminToken.isPresent();
    }

    /// Never shows a token.
    @Override
    public String toString() {
        return "AccessSettings[" + (any() ? "set" : "none") + "]";
    }
}
