package io.heddle.kit.access;

import java.util.List;

/// What tokens may allow at one centre.
///
/// @param realm the name of the centre, `registry`: its generated tokens are in `registry.tokens`
/// @param names the scopes, each allowing what those before it allow
public record Scopes(String realm, List<String> names) {
    /// Copies the names in.
    public Scopes {
        names = List.copyOf(names);
    }

    /// Whether one scope allows what needs another.
    public boolean allows(String scope, String needed) {
        return names.indexOf(scope) >= names.indexOf(needed);
    }
}
