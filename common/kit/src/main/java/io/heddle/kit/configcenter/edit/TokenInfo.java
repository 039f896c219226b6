package io.heddle.kit.configcenter.edit;

import java.time.Instant;
import java.util.Optional;

/// A token that was given out; the token itself is kept nowhere.
///
/// @param name what its holder is called in releases and in the audit trail
/// @param scope `service`, `read`, `edit` or `admin`
/// @param service the service whose configs and secrets it may read, empty for the other scopes
/// @param author who made it
/// @param time when
public record TokenInfo(String name, String scope, String service, String author, Instant time) {
    /// A token that is wanted.
    ///
    /// @param name 1 to 63 lower case letters, digits, dots, dashes or underscores
    /// @param service the service whose configs and secrets it may read
    /// @param scope without a service: `read`, `edit` or `admin`
    public record Wanted(String name, Optional<String> service, Optional<String> scope) {
        /// A read token of a service.
        public static Wanted ofService(String name, String service) {
            return new Wanted(name, Optional.of(service), Optional.empty());
        }
    }

    /// A token, shown once.
    ///
    /// @param name its name
    /// @param token the token
    public record Given(String name, String token) {
        /// Never shows the token.
        @Override
        public String toString() {
            return "Given[name=" + name + "]";
        }
    }
}
