package io.heddle.kit.client;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.client.balance.Node;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.client.transport.Answer;
import io.heddle.kit.client.transport.Transport;
import io.heddle.kit.http1.Peer;
import io.heddle.kit.http1.TransportException;
import io.heddle.kit.http1.TransportException.Kind;
import io.heddle.kit.task.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Makes a call: one try after another, each on an instance not tried before, while it is safe and worth it.
///
/// A request that certainly never reached its peer is sent again whatever it is. One that may have been seen is
/// sent again only when it is idempotent, repeatable and within the retry budget. 502, 503 and 504 count as not
/// answered.
final class Attempts {
    private final Transport transport;

    Attempts(Transport transport) {
        this.transport = transport;
    }

    /// Makes the call and reads its answer.
    ///
    /// @param read gives the result; what it leaves open it has {@link Received#keep() kept}
    <T> T run(Plan plan, OutgoingCall call, Function<Received, T> read) {
        long now = System.nanoTime();
        Deadline limit = new Deadline(now + plan.timeoutNanos());
        limit = Deadline.current().map(limit::orEarlier).orElse(limit);
        String method = plan.endpoint().name();
        if (limit.nanos() - now <= 0) {
            throw ServiceException.of(Status.GATEWAY_TIMEOUT, "no time left to call " + method);
        }
        if (!plan.guard().begin(method)) {
            throw ServiceException.of(Status.UNAVAILABLE, method + " is paused: too many of its calls failed");
        }
        boolean failed = true;
        try {
            T result = plan.hedgeNanos() > 0
                    ? hedged(plan, call, limit, read)
                    : tries(plan, call, new Course(limit, plan.attempts(), List.of()), read);
            failed = false;
            return result;
        } catch (ServiceException e) {
            failed = e.status().code() >= 500;
            throw e;
        } finally {
            plan.guard().ended(method, failed);
            plan.timing().record(System.nanoTime() - now);
        }
    }

    /// How far a call may go, and where it has been.
    private record Course(Deadline limit, int attempts, Collection<Node> tried) {
        Course after(Node node) {
            List<Node> more = new ArrayList<>(tried);
            more.add(node);
            return new Course(limit, attempts - 1, more);
        }
    }

    private <T> T tries(Plan plan, OutgoingCall call, Course start, Function<Received, T> read) {
        Course course = start;
        while (true) {
            Node node = plan.upstream().pick(call.hash(), course.tried).orElseThrow(() -> unknown(plan));
            boolean more = course.attempts > 1 && !Thread.currentThread().isInterrupted();
            try {
                Received received = send(plan, call, node, course);
                if (!more || !received.worthRetrying() || !mayRepeat(plan, call)) {
                    return finish(received, read);
                }
                received.close();
            } catch (TransportException e) {
                boolean again = more
                        && course.limit.remainingNanos() > 0
                        && (e.neverSent() ? call.parts().repeatable() : mayRepeat(plan, call));
                if (!again) {
                    throw describe(plan, e);
                }
            }
            course = course.after(node);
            plan.retries().increment();
        }
    }

    private static long earlier(long nanos, Deadline limit) {
        return nanos - limit.nanos() < 0 ? nanos : limit.nanos();
    }

    /// How long the head of an answer may take: less than a try while another instance could be asked instead.
    private static long headNanos(Plan plan, OutgoingCall call, Course course) {
        boolean another = course.attempts > 1
                && plan.endpoint().idempotent()
                && call.parts().repeatable()
                && plan.upstream().hasMoreThan(course.tried.size() + 1);
        return another ? plan.guard().patience(plan.endpoint().name(), plan.perTryNanos()) : plan.perTryNanos();
    }

    private static boolean mayRepeat(Plan plan, OutgoingCall call) {
        return plan.endpoint().idempotent()
                && call.parts().repeatable()
                && plan.guard().mayRetry();
    }

    private Received send(Plan plan, OutgoingCall call, Node node, Course course) {
        boolean counted = false;
        long begin = System.nanoTime();
        try {
            long whole = earlier(begin + plan.perTryNanos(), course.limit);
            long head = earlier(begin + headNanos(plan, call, course), course.limit);
            Target target = node.target();
            Peer peer = new Peer(target.host(), target.port(), target.tls());
            Answer answer = transport.send(peer, call.parts().request(plan.endpoint(), target, course.limit), head);
            if (head != whole) {
                answer.deadline(whole);
            }
            Received received = new Received(answer, node);
            counted = true;
            plan.guard().answered(plan.endpoint().name(), System.nanoTime() - begin);
            return received;
        } catch (TransportException e) {
            counted = true;
            settle(node, e);
            throw e;
        } finally {
            if (!counted) {
                node.abandoned();
            }
        }
    }

    private static void settle(Node node, TransportException e) {
        if (e.kind() == Kind.EXHAUSTED || Thread.currentThread().isInterrupted()) {
            node.abandoned();
        } else {
            node.failed();
        }
    }

    private static <T> T finish(Received received, Function<Received, T> read) {
        try {
            T result = read.apply(received);
            if (!received.kept()) {
                received.close();
            }
            return result;
        } catch (TransportException e) {
            received.broken();
            throw e;
        } catch (RuntimeException e) {
            received.close();
            throw e;
        }
    }

    /// Sends a second request when the first is late, and takes the answer that comes first.
    private <T> T hedged(Plan plan, OutgoingCall call, Deadline limit, Function<Received, T> read) {
        var ended = new LinkedBlockingQueue<Callable<T>>();
        List<Thread> running = new ArrayList<>(2);
        Course course = new Course(limit, plan.attempts(), List.of());
        running.add(start(ended, () -> tries(plan, call, course, read)));
        try {
            Callable<T> first = ended.poll(plan.hedgeNanos(), TimeUnit.NANOSECONDS);
            if (first == null && plan.guard().mayHedge()) {
                running.add(start(ended, () -> tries(plan, call, course, read)));
            }
            return first != null ? first.call() : better(ended, limit, running.size(), plan);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.of(
                    Status.UNAVAILABLE,
                    "interrupted while calling " + plan.endpoint().name(),
                    e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw ServiceException.of(Status.INTERNAL_ERROR, Status.INTERNAL_ERROR.phrase(), e);
        } finally {
            running.forEach(Thread::interrupt);
        }
    }

    /// The first that succeeds, or the failure of the last.
    private static <T> T better(LinkedBlockingQueue<Callable<T>> ended, Deadline limit, int count, Plan plan)
            throws Exception {
        RuntimeException failure = null;
        for (int i = 0; i < count; i++) {
            Callable<T> next = ended.poll(limit.remainingNanos(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw describe(plan, new TransportException(Kind.TIMED_OUT, "no answer in time"));
            }
            try {
                return next.call();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        throw failure == null ? unknown(plan) : failure;
    }

    private static <T> Thread start(LinkedBlockingQueue<Callable<T>> ended, Callable<T> work) {
        return Thread.ofVirtual().start(() -> ended.add(outcome(work)));
    }

    private static <T> Callable<T> outcome(Callable<T> work) {
        try {
            T value = work.call();
            return () -> value;
        } catch (Exception e) {
            return () -> {
                throw e;
            };
        }
    }

    private static ServiceException unknown(Plan plan) {
        return ServiceException.of(
                Status.UNAVAILABLE, "no instance of " + plan.endpoint().service() + " is known");
    }

    private static ServiceException describe(Plan plan, TransportException e) {
        return e.describe(plan.endpoint().service());
    }
}
