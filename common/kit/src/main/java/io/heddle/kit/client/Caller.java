package io.heddle.kit.client;

/// Begins calls; what a generated client is made with.
@FunctionalInterface
public interface Caller {
    /// Begins a call.
    Call call(Endpoint endpoint);
}
