package io.heddle.kit.client;

import java.time.Duration;
import java.util.Optional;

/// What is known of a contract method at compile time. Generated clients hold one constant for each.
///
/// @param service the name of the service
/// @param name the method without ids, for example `CalcApi.add`: the label in metrics, logs and spans
/// @param method the HTTP method in capitals
/// @param template the path template
/// @param idempotent whether it may be sent again after the peer may have seen it
/// @param policy limits of its own, else those of the client's settings
public record Endpoint(String service, String name, String method, String template, boolean idempotent, Policy policy) {
    /// Limits of one method; an empty one leaves it to the client's settings.
    ///
    /// @param timeout all tries together
    /// @param perTry one try
    /// @param attempts tries in all
    /// @param hedgeAfter how long to wait before a second request goes out beside the first
    public record Policy(
            Optional<Duration> timeout,
            Optional<Duration> perTry,
            Optional<Integer> attempts,
            Optional<Duration> hedgeAfter) {
        /// All left to the settings.
        public static final Policy UNSET =
                new Policy(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /// The same with a limit for all tries together.
        public Policy timeout(Duration limit) {
            return new Policy(Optional.of(limit), perTry, attempts, hedgeAfter);
        }

        /// The same with a limit for each try.
        public Policy perTry(Duration limit) {
            return new Policy(timeout, Optional.of(limit), attempts, hedgeAfter);
        }

        /// The same with a number of tries.
        public Policy attempts(int number) {
            return new Policy(timeout, perTry, Optional.of(number), hedgeAfter);
        }

        /// The same with hedging.
        public Policy hedgeAfter(Duration delay) {
            return new Policy(timeout, perTry, attempts, Optional.of(delay));
        }
    }

    /// An endpoint that leaves its limits to the settings.
    ///
    /// @param line the method and the template with a blank between: `GET /add/{a}/{b}`
    public static Endpoint of(String service, String name, String line, boolean idempotent) {
        int blank = line.indexOf(' ');
        String method = line.substring(0, blank);
        return new Endpoint(service, name, method, line.substring(blank + 1), idempotent, Policy.UNSET);
    }

    /// The same with limits of its own.
    public Endpoint with(Policy limits) {
        return new Endpoint(service, name, method, template, idempotent, limits);
    }

    /// By name alone: endpoints are constants and mostly compared with themselves.
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
