package io.heddle.registry.access;

import io.heddle.kit.access.Access;
import io.heddle.kit.access.Scopes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tokens that are demanded; of each kind several with commas between, to rotate them. When none is set and the
/// registry listens on the loopback address only, none is
/// demanded.
///
/// @param readToken allows looking and watching
/// @param registerToken allows registering too
/// @param adminToken allows everything
public record AccessSettings(Optional<String> readToken, Optional<String> registerToken, Optional<String> adminToken) {
    /// Looking needs the scope to read.
    public static final String READ = "read";

    /// Registering and changing leases needs the scope to register.
    public static final String REGISTER = "register";

    /// Changing what is not one's own needs the scope of an admin.
    public static final String ADMIN = "admin";

    private static final Scopes SCOPES = new Scopes("registry", List.of(READ, REGISTER, ADMIN));

    /// No token is set.
    public static AccessSettings standard() {
        return new AccessSettings(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// What is demanded of those who come to an address.
    public Access access(String bind, Optional<Path> folder) {
        Map<String, String> given = new LinkedHashMap<>();
        readToken.ifPresent(token -> given.put(READ, token));
        registerToken.ifPresent(token -> given.put(REGISTER, token));
        adminToken.ifPresent(token -> given.put(ADMIN, token));
        return Access.of(SCOPES, given, bind, folder);
    }

    /// Never shows a token.
    @Override
    public String toString() {
        return "AccessSettings[]";
    }
}
