package io.heddle.kit.client.balance;

import io.heddle.kit.client.balance.Targets.Target;

/// One instance and what this process has seen of it. Safe for use by any thread.
///
/// Every pick is followed by exactly one of {@link #succeeded()}, {@link #failed()} and {@link #abandoned()}.
public interface Node {
    /// The instance.
    Target target();

    /// Notes an answer: anything that shows the instance works, a 4xx included.
    void succeeded();

    /// Notes a failure of the instance: no connection, no answer in time, a 5xx.
    void failed();

    /// Notes that the call ended for reasons of the caller's own.
    void abandoned();

    /// How many requests of this process are under way there.
    int underWay();

    /// Whether it is left out at the moment for its failures.
    boolean ejected();
}
