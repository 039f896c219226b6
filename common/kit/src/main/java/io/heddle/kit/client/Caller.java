package io.heddle.kit.client;

/// Begins calls; what a generated client is made with.
@FunctionalInterface
public interface Caller {
    /// Begins a call.
    Call call(Endpoint endpoint);

    /// The same caller showing a bearer token with each call.
    default Caller bearing(String token) {
        return endpoint -> call(endpoint).header("Authorization", "Bearer " + token);
    }
}
