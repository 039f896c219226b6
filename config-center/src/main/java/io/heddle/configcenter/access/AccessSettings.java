package io.heddle.configcenter.access;

import io.heddle.contract.bind.Default;
import io.heddle.kit.access.Access;
import io.heddle.kit.access.Scopes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tokens that are demanded beside those that the centre gives out. When none is set and the centre listens on
/// the loopback address only, none is demanded but of those who give out tokens and keys: their token is in the
/// file `tokens/admin.token` of the data folder, since whoever has a service's token is told its secrets.
///
/// @param readToken allows reading everything, secrets masked
/// @param editToken allows editing too
/// @param adminToken allows giving out tokens and keys too
/// @param openServices services whose configs anyone may read without a token, secrets masked
public record AccessSettings(
        Optional<String> readToken,
        Optional<String> editToken,
        Optional<String> adminToken,
        @Default("") List<String> openServices) {
    /// The scope of those who only read.
    public static final String READ = "read";
    /// The scope of those who edit.
    public static final String EDIT = "edit";
    /// The scope of those who give out tokens and keys.
    public static final String ADMIN = "admin";
    static final Scopes SCOPES = new Scopes("config-center", List.of(READ, EDIT, ADMIN));

    /// Copies the names in.
    public AccessSettings {
        openServices = List.copyOf(openServices);
    }

    /// No token is set.
    public static AccessSettings standard() {
        return new AccessSettings(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /// What is demanded of those who come to an address.
    public Access access(String bind, Optional<Path> folder) {
        Map<String, String> given = new LinkedHashMap<>();
        readToken.ifPresent(token -> given.put(READ, token));
        editToken.ifPresent(token -> given.put(EDIT, token));
        adminToken.ifPresent(token -> given.put(ADMIN, token));
        return Access.of(SCOPES, given, bind, folder);
    }

    /// Never shows a token.
    @Override
    public String toString() {
        return "AccessSettings[openServices=" + openServices + "]";
    }
}
