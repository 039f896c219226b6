package io.heddle.kit.server.cors;

import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Writes the headers that let another origin's page call. Safe for use by any thread.
public final class Cors {
    private final Set<String> origins;
    private final boolean any;
    private final boolean credentials;
    private final String methods;
    private final String headers;
    private final String exposed;
    private final String maxAge;

    /// CORS by these settings.
    public Cors(CorsSettings settings) {
        this.origins = Set.copyOf(settings.origins());
        this.any = origins.contains("*");
        this.credentials = settings.credentials();
        this.methods = String.join(", ", settings.methods());
        this.headers = String.join(", ", settings.headers());
        this.exposed = String.join(", ", settings.exposed());
        this.maxAge = Long.toString(settings.maxAge().toSeconds());
    }

    /// Whether any origin is allowed at all.
    public boolean on() {
        return !origins.isEmpty();
    }

    /// Writes what goes with every answer, errors included.
    ///
    /// @param origin the `Origin` header of the request
    /// @return whether the origin is allowed
    public boolean allow(@Nullable String origin, BiConsumer<String, String> answer) {
        if (!any && on()) {
            answer.accept("Vary", "Origin");
        }
        if (origin == null || !(any || origins.contains(origin))) {
            return false;
        }
        answer.accept("Access-Control-Allow-Origin", any ? "*" : origin);
        if (credentials) {
            answer.accept("Access-Control-Allow-Credentials", "true");
        }
        if (!exposed.isEmpty()) {
            answer.accept("Access-Control-Expose-Headers", exposed);
        }
        return true;
    }

    /// Writes the answer to a browser's question, after {@link #allow} said yes.
    public void preflight(BiConsumer<String, String> answer) {
        answer.accept("Access-Control-Allow-Methods", methods);
        answer.accept("Access-Control-Allow-Headers", headers);
        answer.accept("Access-Control-Max-Age", maxAge);
    }
}
