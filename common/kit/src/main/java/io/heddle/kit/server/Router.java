package io.heddle.kit.server;

/// Collects routes before the server opens. `HEAD` follows from `GET`, and a known path with another verb is a 405.
public interface Router {
    /// Adds a route.
    ///
    /// @param method the HTTP method in capitals
    /// @param template the path: literal segments, `{name}` for one segment, a last `{name:+}` for the rest
    /// @param name a name without ids for metrics, logs and spans, for example `CalcApi.add`
    /// @param handler what answers it; it runs on the virtual thread of the connection and may block
    /// @throws IllegalArgumentException when the same method and path are there already
    void add(String method, String template, String name, Handler handler);

    /// What answers a route.
    @FunctionalInterface
    interface Handler {
        /// Answers the exchange exactly once, or throws.
        ///
        /// @throws Exception a {@link io.heddle.contract.error.ServiceException} is sent as it is; any other is
        ///     logged and sent as a bare 500
        void handle(Exchange exchange) throws Exception;
    }
}
