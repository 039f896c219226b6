package io.heddle.db;

/// What is done with a session.
///
/// @param <T> the type of its result
/// @param <X> what it may throw beside unchecked exceptions; whatever it throws goes to the caller as it is
@FunctionalInterface
public interface Work<T, X extends Exception> {
    /// Does it. The session ends when this returns.
    T on(Session session) throws X;
}
