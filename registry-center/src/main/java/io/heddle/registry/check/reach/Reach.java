package io.heddle.registry.check.reach;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/// Looks at targets. Any thread may call; it blocks, so it should be a virtual one.
///
/// There are two lanes, each with a cap of its own. Whoever answered in time the last time goes by the quick one and
/// holds a place there no longer than the patience; whoever was late, then or now, goes by the slow one with its
/// whole time-out. So a target that hangs costs the quick lane one patience, once, and thereafter only those wait for
/// it that were late themselves. With 5,000 targets in ten seconds, 2,000 of which begin to hang at once, that is 200
/// of the 1,024 places of the quick lane for one interval; the 2,000 then fill at most the slow lane.
public final class Reach {
    private static final int LONGEST_OUTPUT = 512;

    private final Ranges ranges;
    private final Names names;
    private final Semaphore quick;
    private final Semaphore slow;
    private final Duration patience;

    /// Makes one.
    ///
    /// @throws IllegalArgumentException for a range that is none
    public Reach(ReachSettings settings) {
        this.ranges = new Ranges(settings.ranges());
        this.names = new Names(settings.lookup());
        this.quick = new Semaphore(settings.quick(), true);
        this.slow = new Semaphore(settings.slow(), true);
        this.patience = settings.patience();
    }

    /// Looks once.
    ///
    /// @param late whether it was late the last time
    public Outcome look(Target target, Duration timeout, boolean late) throws InterruptedException {
        List<InetAddress> addresses = names.of(target.host());
        if (addresses.isEmpty()) {
            return Outcome.critical("the host " + target.host() + " cannot be resolved");
        }
        for (InetAddress address : addresses) {
            if (ranges.allow(address)) {
                return cut(look(target, address, timeout, late));
            }
        }
        return Outcome.critical("the address of " + target.host() + " is in no range that may be checked");
    }

    private Outcome look(Target target, InetAddress address, Duration timeout, boolean late)
            throws InterruptedException {
        boolean patient = patience.compareTo(timeout) < 0;
        if (!late) {
            Outcome first = through(quick, target, address, patient ? patience : timeout);
            if (!first.late() || !patient) {
                return first;
            }
        }
        return through(slow, target, address, timeout);
    }

    private Outcome through(Semaphore lane, Target target, InetAddress address, Duration limit)
            throws InterruptedException {
        lane.acquire();
        long began = System.nanoTime();
        try {
            Outcome seen = new Exam(address, began + limit.toNanos()).look(target);
            return new Outcome(seen.health(), seen.output(), System.nanoTime() - began > patience.toNanos());
        } catch (SocketTimeoutException e) {
            return new Outcome(Health.CRITICAL, "no answer within " + limit.toMillis() + " ms", true);
        } catch (IOException | IllegalArgumentException e) {
            return Outcome.critical("cannot be reached: " + e.getMessage());
        } finally {
            lane.release();
        }
    }

    private static Outcome cut(Outcome outcome) {
        String text = outcome.output();
        return text.length() <= LONGEST_OUTPUT
                ? outcome
                : new Outcome(outcome.health(), text.substring(0, LONGEST_OUTPUT), outcome.late());
    }
}
