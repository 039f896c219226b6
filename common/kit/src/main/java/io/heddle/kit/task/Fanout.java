package io.heddle.kit.task;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.trace.TraceSpan;
import io.heddle.kit.trace.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs tasks side by side on virtual threads, and never returns before each has ended.
///
/// Deadline, trace and request of the caller hold in every task. A task that is no longer wanted is interrupted.
public final class Fanout {
    private Fanout() {}

    /// How one task ended.
    ///
    /// @param <T> the type of its result
    public sealed interface Outcome<T> {
        /// It gave a value.
        record Done<T>(T value) implements Outcome<T> {}

        /// It failed, or its time was up (a 504 {@link ServiceException}).
        record Failed<T>(Exception cause) implements Outcome<T> {}

        /// The value, or the other where there is none.
        default T or(T other) {
            return switch (this) {
                case Done<T> done -> done.value();
                case Failed<T> _ -> other;
            };
        }
    }

    /// Waits for all results, in the order of the tasks. The first failure interrupts the others and is thrown.
    ///
    /// @throws ServiceException the failure of a task, as it is; another exception of a task as a 500; 504 when
    ///     the time is up
    public static <T> List<T> all(Deadline deadline, List<? extends Callable<? extends T>> tasks) {
        List<Outcome<T>> outcomes = run(deadline, tasks, true);
        List<T> values = new ArrayList<>(outcomes.size());
        for (Outcome<T> outcome : outcomes) {
            switch (outcome) {
                case Outcome.Done<T> done -> values.add(done.value());
                case Outcome.Failed<T> failed -> throw asServiceException(failed.cause());
            }
        }
        return values;
    }

    /// Waits for all outcomes, in the order of the tasks; a failure disturbs no other task.
    public static <T> List<Outcome<T>> each(Deadline deadline, List<? extends Callable<? extends T>> tasks) {
        return run(deadline, tasks, false);
    }

    private static <T> List<Outcome<T>> run(
            Deadline deadline, List<? extends Callable<? extends T>> tasks, boolean stopAtFailure) {
        try (TraceSpan span = Traces.step("fanout")) {
            if (span.recording()) {
                span.tag("tasks", Integer.toString(tasks.size()));
            }
            return span.call(() -> sideBySide(deadline, tasks, stopAtFailure));
        }
    }

    private static <T> List<Outcome<T>> sideBySide(
            Deadline deadline, List<? extends Callable<? extends T>> tasks, boolean stopAtFailure) {
        Deadline limit = Deadline.current().map(deadline::orEarlier).orElse(deadline);
        var ended = new LinkedBlockingQueue<Running<T>>();
        List<Running<T>> all = new ArrayList<>(tasks.size());
        for (Callable<? extends T> task : tasks) {
            all.add(new Running<T>(Request.carrying(Traces.carrying(task::call)), ended));
        }
        all.forEach(running -> running.start(limit));
        Exception reason = ServiceException.of(Status.GATEWAY_TIMEOUT, "not done in time");
        try {
            reason = awaitEnd(limit, ended, all.size(), stopAtFailure).orElse(reason);
        } finally {
            for (Running<T> running : all) {
                running.stop(reason);
            }
        }
        return all.stream().map(Running::outcome).toList();
    }

    /// Waits until all have ended, one has failed and that is enough, or the time is up; gives that failure.
    private static <T> Optional<Exception> awaitEnd(
            Deadline limit, LinkedBlockingQueue<Running<T>> ended, int count, boolean stopAtFailure) {
        try {
            for (int i = 0; i < count; i++) {
                Running<T> next = ended.poll(limit.remainingNanos(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    return Optional.empty();
                }
                if (stopAtFailure && next.outcome() instanceof Outcome.Failed<T> failed) {
                    return Optional.of(failed.cause());
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.of(Status.UNAVAILABLE, "interrupted while waiting", e);
        }
    }

    private static ServiceException asServiceException(Exception cause) {
        return cause instanceof ServiceException known
                ? known
                : ServiceException.of(Status.INTERNAL_ERROR, Status.INTERNAL_ERROR.phrase(), cause);
    }

    /// One task and the thread it runs on.
    private static final class Running<T> {
        private final Callable<T> task;
        private final LinkedBlockingQueue<Running<T>> ended;
        private volatile @Nullable Outcome<T> outcome;
        private volatile @Nullable Exception abandoned;
        private @Nullable Thread thread;

        Running(Callable<T> task, LinkedBlockingQueue<Running<T>> ended) {
            this.task = task;
            this.ended = ended;
        }

        void start(Deadline limit) {
            thread = Thread.ofVirtual().start(() -> {
                outcome = limit.call(this::attempt);
                ended.add(this);
            });
        }

        private Outcome<T> attempt() {
            try {
                return new Outcome.Done<>(task.call());
            } catch (Exception e) {
                return new Outcome.Failed<>(e);
            }
        }

        /// Interrupts the task if it still runs, and waits for its end. What it then says no longer counts.
        void stop(Exception reason) {
            Thread running = thread;
            if (running == null || outcome != null) {
                return;
            }
            abandoned = reason;
            running.interrupt();
            boolean interrupted = false;
            while (running.isAlive()) {
                try {
                    running.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        Outcome<T> outcome() {
            Exception reason = abandoned;
            Outcome<T> own = outcome;
            return reason != null || own == null
                    ? new Outcome.Failed<>(reason == null ? new IllegalStateException("the task broke off") : reason)
                    : own;
        }
    }
}
