package io.heddle.configcenter.console;

import io.heddle.kit.access.Access;
import io.heddle.kit.console.Console;
import io.heddle.kit.console.Holder;
import io.heddle.kit.console.Place;
import java.util.Optional;
import java.util.function.Function;

/// The console of the config centre: a page over the routes of `ConfigEditApi`, and who may sign in to it.
public final class ConfigConsole {
    private ConfigConsole() {}

    /// The page and its sessions.
    ///
    /// @param access what is demanded of those who have no session
    /// @param holders gives who holds a token that may look at the console
    /// @param secure whether it is served on TLS
    public static Console page(Access access, Function<String, Optional<Holder>> holders, boolean secure) {
        return new Console(new Place("config", ConfigConsole.class, secure), access, holders);
    }
}
