package io.heddle.kit.registry;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.pace.Pacer;
import io.heddle.kit.registry.node.Node;
import io.heddle.kit.registry.node.Nodes;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps this process registered: registers, beats, and registers again when the registry does not know the lease.
final class Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

    private final Nodes<RegistryApi> nodes;
    private final RegistrySettings settings;
    private final Pacer pacer;
    private final Runnable onLease;
    private volatile @Nullable Registration wanted;
    private volatile @Nullable Registration registered;
    private volatile @Nullable Long token;
    private volatile boolean leaving;
    private volatile boolean away;
    private int failures;

    /// @param onLease run when there is another lease
    Membership(Nodes<RegistryApi> nodes, RegistrySettings settings, Pacer pacer, Runnable onLease) {
        this.nodes = nodes;
        this.settings = settings;
        this.pacer = pacer;
        this.onLease = onLease;
        nodes.onMove(pacer::nudge);
    }

    /// Registers and stays so; says something new when it is registered already.
    void join(Registration registration) {
        wanted = registration;
        pacer.nudge();
    }

    /// The name under which it registers.
    Optional<String> name() {
        return Optional.ofNullable(wanted).map(Registration::name);
    }

    /// The lease that it holds now.
    Optional<Long> lease() {
        return Optional.ofNullable(token);
    }

    /// The registry does not know that lease.
    void lost(long unknown) {
        if (lease().filter(known -> known == unknown).isPresent()) {
            token = null;
            pacer.nudge();
        }
    }

    /// Beats until it leaves.
    void run() {
        try {
            while (!leaving) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        Registration now = wanted;
        Node<RegistryApi> node = nodes.current();
        try {
            if (now == null) {
                pacer.rest(Pacer.idle());
            } else if (beat(node.api(), now)) {
                failures = 0;
                told(false, "the registry answers again");
                pacer.rest(settings.pace());
            }
        } catch (ServiceException e) {
            boolean another = nodes.failed(node, e) && ++failures % nodes.count() != 0;
            if (!another) {
                told(true, e.sentence());
                pacer.backOff(settings.pace());
            }
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a beat failed; the next one follows");
            pacer.backOff(settings.pace());
        }
    }

    /// Whether the registry failed the last attempt to keep the registration.
    boolean away() {
        return away;
    }

    /// Says once that the registry went away or came back.
    private void told(boolean isAway, String why) {
        if (isAway != away) {
            away = isAway;
            LOG.atWarn().addKeyValue("reason", why).log(isAway ? "cannot keep the registration" : "registered again");
        }
    }

    /// False when there is something to do at once.
    private boolean beat(RegistryApi api, Registration now) {
        Long held = token;
        if (held == null || !now.equals(registered)) {
            register(api, now);
            return true;
        }
        try {
            api.renew(held);
            return true;
        } catch (ServiceException e) {
            if (e.status() != Status.NOT_FOUND) {
                throw e;
            }
            token = null;
            return false;
        }
    }

    private void register(RegistryApi api, Registration now) {
        String given = api.register(now, Optional.of(Long.MAX_VALUE)).headers().get(RegistryApi.LEASE_TOKEN);
        if (given == null) {
            throw ServiceException.of(Status.BAD_GATEWAY, "the registry gave no lease");
        }
        Long fresh = Long.valueOf(given);
        boolean other = !fresh.equals(token);
        token = fresh;
        registered = now;
        if (other) {
            onLease.run();
        }
    }

    /// Takes this process out of everyone's choice.
    void drain() {
        Registration now = wanted;
        if (now == null || now.status().filter(InstanceStatus.DRAINING::equals).isPresent()) {
            return;
        }
        wanted = now.status(InstanceStatus.DRAINING);
        lease().ifPresent(held -> tried(api -> api.drain(held)));
        pacer.nudge();
    }

    /// Ends the beating.
    void stop() {
        leaving = true;
        pacer.nudge();
    }

    /// Ends the lease, after the beating has ended.
    void leave() {
        lease().ifPresent(held -> tried(api -> api.deregister(held)));
        token = null;
        wanted = null;
    }

    /// Asks each node at most once. A registry that is away lets the lease run out by itself.
    private void tried(Consumer<RegistryApi> call) {
        for (int left = nodes.count(); left > 0; left--) {
            Node<RegistryApi> node = nodes.current();
            try {
                call.accept(node.api());
                return;
            } catch (ServiceException e) {
                boolean another = nodes.failed(node, e) && left > 1;
                if (!another) {
                    LOG.atWarn()
                            .addKeyValue("reason", e.sentence())
                            .log("the registry was not told that this process leaves");
                    return;
                }
            }
        }
    }
}
