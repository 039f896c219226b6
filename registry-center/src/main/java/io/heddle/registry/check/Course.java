package io.heddle.registry.check;

import io.heddle.registry.check.reach.Health;
import io.heddle.registry.check.reach.Outcome;
import io.heddle.registry.check.reach.Reach;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One check of one instance, on a thread of its own from its beginning to its end.
final class Course {
    private static final Logger LOG = LoggerFactory.getLogger(Course.class);
    private static final long BREATH = Duration.ofMillis(1).toNanos();
    /// How often it is looked at whether an instance has become ours to check.
    private static final long IDLE = Duration.ofSeconds(1).toNanos();
    /// How often it is looked at whether it has become another's.
    private static final long LONGEST = Duration.ofSeconds(5).toNanos();

    private final Check check;
    private final Patient patient;
    private final Reach reach;
    private final CheckSettings settings;
    private final Thread thread;
    private volatile boolean ended;
    private volatile State state;
    /// Whether the state is what was found here, not by another node.
    private volatile boolean own = true;
    /// When somebody last said something, or when it is looked at next.
    private volatile long markNanos = System.nanoTime();
    private volatile long criticalNanos = System.nanoTime();
    private int failures;
    private int successes;
    private boolean late;

    Course(Check check, Patient patient, Reach reach, CheckSettings settings, Health first) {
        this.check = check;
        this.patient = patient;
        this.reach = reach;
        this.settings = settings;
        this.state = new State(check.id(), first, "");
        this.thread = Thread.ofVirtual().name("check").unstarted(this::run);
    }

    /// Begins, and looks for the first time after a while.
    void start(Duration after) {
        if (check.target().isPresent()) {
            markNanos = System.nanoTime() + after.toNanos();
        }
        thread.start();
    }

    void end() {
        ended = true;
        thread.interrupt();
    }

    /// What was found here; what another node found is in the status of the instance.
    State state() {
        return own && patient.mine() ? state : new State(check.id(), patient.seen(), "");
    }

    /// Begins anew with what another node found, should it have been the one that checked.
    private void takeOver() {
        if (!own) {
            State seen = state();
            markNanos = System.nanoTime();
            criticalNanos = markNanos;
            failures = 0;
            successes = 0;
            state = seen;
            own = true;
        }
    }

    String id() {
        return check.id();
    }

    /// Whether somebody has to say how the instance is.
    boolean told() {
        return check.target().isEmpty();
    }

    /// Somebody says how the instance is.
    void tell(Health health, String output) {
        takeOver();
        markNanos = System.nanoTime();
        set(health, output);
        LockSupport.unpark(thread);
    }

    private void run() {
        try {
            while (!ended && !Thread.currentThread().isInterrupted()) {
                turnOnce();
                long rest = patient.mine() ? Math.clamp(next() - System.nanoTime(), BREATH, LONGEST) : IDLE;
                LockSupport.parkNanos(this, rest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whatever goes wrong with one turn, there must be a next one.
    private void turnOnce() throws InterruptedException {
        try {
            turn();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a turn of a check failed");
        }
    }

    private void turn() throws InterruptedException {
        if (!patient.mine()) {
            own = false;
            return;
        }
        takeOver();
        if (!told() && System.nanoTime() - markNanos >= 0) {
            look();
        }
        if (told() && overdue(markNanos, settings.interval(check)) && state.health() != Health.CRITICAL) {
            set(Health.CRITICAL, "TTL expired");
        }
        boolean given = state.health() == Health.CRITICAL
                && check.deregisterAfter()
                        .filter(limit -> overdue(criticalNanos, limit))
                        .isPresent();
        if (given) {
            patient.giveUp();
        } else {
            patient.settle();
        }
    }

    private void look() throws InterruptedException {
        try {
            Outcome seen = reach.look(check.target().orElseThrow(), settings.timeout(check), late);
            late = seen.late();
            if (!ended) {
                weigh(seen);
            }
        } finally {
            markNanos = System.nanoTime() + settings.interval(check).toNanos();
        }
    }

    /// A change counts when it was seen often enough in a row.
    private void weigh(Outcome seen) {
        boolean critical = seen.health() == Health.CRITICAL;
        failures = critical ? failures + 1 : 0;
        successes = critical ? 0 : successes + 1;
        boolean well = state.health() != Health.CRITICAL;
        boolean holds = critical
                ? !well || failures >= check.failures().orElse(settings.failures())
                : well || successes >= check.successes().orElse(settings.successes());
        if (holds) {
            set(seen.health(), seen.output());
        }
    }

    private void set(Health health, String output) {
        if (health == Health.CRITICAL && state.health() != Health.CRITICAL) {
            criticalNanos = System.nanoTime();
        }
        boolean moved = health != state.health();
        state = new State(check.id(), health, output);
        if (moved) {
            patient.moved();
        }
    }

    private static boolean overdue(long since, Duration limit) {
        return System.nanoTime() - since - limit.toNanos() >= 0;
    }

    /// When there is something to do again.
    private long next() {
        long look = told() ? markNanos + settings.interval(check).toNanos() : markNanos;
        boolean critical = state.health() == Health.CRITICAL;
        long now = System.nanoTime();
        long wake = told() && critical ? now + Duration.ofDays(1).toNanos() : look;
        long gone = critical && check.deregisterAfter().isPresent()
                ? criticalNanos + check.deregisterAfter().get().toNanos()
                : wake;
        return now + Math.min(wake - now, gone - now);
    }
}
