package io.heddle.kit.task;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/// What must be remembered for as long as one request is being answered, and no longer: that it has written, for
/// example, so that what it reads must be as new. Ambient, as the {@link Deadline} is, in every thread that works on
/// the request. Safe for use by any thread.
///
/// @param marks what is remembered
/// @param within what this thread, or the one that it works for, is in the middle of: it cannot be begun again there
public record Request(Set<Object> marks, Set<Object> within) {
    private static final ScopedValue<Request> CURRENT = ScopedValue.newInstance();

    /// The request that this thread works on, if it is one.
    public static Optional<Request> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// Runs work as one request: whoever takes requests in does, and a job that wants the same may.
    public static <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, new Request(ConcurrentHashMap.newKeySet(1), Set.of()))
                .call(work);
    }

    /// Runs work in the middle of something, which the tasks of a {@link Fanout} know as well as this thread.
    public static <T, X extends Throwable> T inside(Object something, ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        Request outer = current().orElseGet(() -> new Request(ConcurrentHashMap.newKeySet(1), Set.of()));
        Set<Object> all = new HashSet<>(outer.within);
        all.add(something);
        return ScopedValue.where(CURRENT, new Request(outer.marks, Set.copyOf(all)))
                .call(work);
    }

    /// The same work within the request that this thread works on now, for a thread of its own.
    public static <T> Callable<T> carrying(Callable<T> work) {
        if (!CURRENT.isBound()) {
            return work;
        }
        Request request = CURRENT.get();
        return () -> ScopedValue.where(CURRENT, request).call(work::call);
    }
}
