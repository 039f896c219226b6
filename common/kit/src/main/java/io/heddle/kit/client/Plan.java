package io.heddle.kit.client;

import io.heddle.kit.client.ClientSettings.MethodSettings;
import io.heddle.kit.client.ClientSettings.ServiceSettings;
import io.heddle.kit.client.balance.Upstream;
import io.heddle.kit.client.guard.Guard;
import io.heddle.kit.metrics.Tally;
import io.heddle.kit.metrics.Timing;
import java.time.Duration;
import java.util.Optional;

/// All that the settings, the annotations and the service say about one endpoint, worked out once.
///
/// @param timing the duration of its calls, all tries together
/// @param retries how often one was sent again
/// @param hedgeNanos how long until a second request goes out beside the first; 0 for never
record Plan(
        Endpoint endpoint,
        Upstream upstream,
        Guard guard,
        Timing timing,
        Tally retries,
        long timeoutNanos,
        long perTryNanos,
        int attempts,
        long hedgeNanos) {
    private static final MethodSettings UNSET =
            new MethodSettings(Optional.empty(), Optional.empty(), Optional.empty());

    private static String[] labels(Endpoint endpoint) {
        return new String[] {"service", endpoint.service(), "method", endpoint.name()};
    }

    static Plan of(Endpoint endpoint, Clients clients, Upstream upstream, Guard guard) {
        ClientSettings settings = clients.settings();
        ServiceSettings service = settings.service(endpoint.service());
        MethodSettings method = service.method(endpoint.name()).orElse(UNSET);
        Endpoint.Policy annotated = endpoint.policy();
        Duration timeout =
                method.timeout().or(annotated::timeout).or(service::timeout).orElse(settings.timeout());
        Duration perTry = method.perTry()
                .or(annotated::perTry)
                .or(service::perTry)
                .orElse(timeout.compareTo(settings.perTry()) < 0 ? timeout : settings.perTry());
        int attempts =
                method.attempts().or(annotated::attempts).or(service::attempts).orElse(settings.attempts());
        long hedge = annotated.hedgeAfter().map(Duration::toNanos).orElse(0L);
        return new Plan(
                endpoint,
                upstream,
                guard,
                clients.metrics().timer("http.client.calls", "calls with all their tries", labels(endpoint)),
                clients.metrics().counter("http.client.retries", "requests sent again", labels(endpoint)),
                timeout.toNanos(),
                perTry.toNanos(),
                attempts,
                hedge);
    }
}
