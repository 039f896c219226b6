package io.heddle.kit.access;

import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router.Handler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who makes a request. Ambient: the guard of a router binds it around each request.
///
/// @param name the scope of the token that was shown, `local` when none was demanded
/// @param peer the address that the request came from
public record Caller(String name, String peer) {
    /// The name of one of whom no token was demanded.
    public static final String LOCAL = "local";

    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    /// Who asks now; nobody outside a request.
    public static Optional<Caller> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// Answers a request in the name of this one.
    void handle(Handler handler, Exchange exchange) throws Exception {
        ScopedValue.where(CURRENT, this).<@Nullable Void, Exception>call(() -> {
            handler.handle(exchange);
            return null;
        });
    }
}
