package io.heddle.kit.client;

import io.heddle.kit.client.ClientSettings.MethodSettings;
import io.heddle.kit.client.ClientSettings.ServiceSettings;
import io.heddle.kit.client.balance.Upstream;
import io.heddle.kit.client.guard.Guard;
import java.time.Duration;
import java.util.Optional;

/// All that the settings, the annotations and the service say about one endpoint, worked out once.
///
/// @param hedgeNanos how long until a second request goes out beside the first; 0 for never
record Plan(
        Endpoint endpoint,
        Upstream upstream,
        Guard guard,
        long timeoutNanos,
        long perTryNanos,
        int attempts,
        long hedgeNanos) {
    private static final MethodSettings UNSET =
            new MethodSettings(Optional.empty(), Optional.empty(), Optional.empty());

    static Plan of(Endpoint endpoint, ClientSettings settings, Upstream upstream, Guard guard) {
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
        return new Plan(endpoint, upstream, guard, timeout.toNanos(), perTry.toNanos(), attempts, hedge);
    }
}
