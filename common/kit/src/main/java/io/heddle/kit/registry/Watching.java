package io.heddle.kit.registry;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Events;
import io.heddle.kit.pace.Pacer;
import io.heddle.kit.registry.node.Node;
import io.heddle.kit.registry.node.Nodes;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds one event stream for all services that this process needs, bound to its lease. When it needs one more, or
/// has another lease, the next stream opens before the last one closes, so that the registry never misses this
/// process.
final class Watching {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private final Nodes<RegistryApi> nodes;
    private final RegistrySettings settings;
    private final View view;
    private final Membership membership;
    private final Pacer pacer;
    private final ThreadFactory threads;
    private volatile @Nullable Session current;
    private volatile boolean closed;
    private long revision;
    private int failures;

    /// One stream.
    private final class Session {
        private final Node<RegistryApi> node;
        private final Set<String> names;
        private final Optional<Long> lease;
        private final Events<Changes> events;
        private volatile boolean answered;
        private volatile boolean ended;

        Session(Node<RegistryApi> node, Set<String> names, Optional<Long> lease, Events<Changes> events) {
            this.node = node;
            this.names = names;
            this.lease = lease;
            this.events = events;
        }

        void run() {
            try (events) {
                while (events.hasNext() && take(this, events.next().data())) {
                    answered = true;
                }
            } catch (ServiceException e) {
                answered = answered && e.status() != Status.NOT_FOUND;
            } finally {
                ended = true;
                pacer.nudge();
            }
        }
    }

    Watching(Nodes<RegistryApi> nodes, RegistrySettings settings, View view, Membership membership, Pacer pacer) {
        this.nodes = nodes;
        this.settings = settings;
        this.view = view;
        this.membership = membership;
        this.pacer = pacer;
        nodes.onMove(pacer::nudge);
        this.threads = Thread.ofVirtual().name("registry-events-", 0).factory();
    }

    /// False when another stream has taken over.
    private synchronized boolean take(Session session, Changes changes) {
        if (session != current || closed) {
            return false;
        }
        view.apply(changes, session.names);
        revision = changes.revision();
        return true;
    }

    private synchronized void takeOver(Session next) {
        current = next;
    }

    /// Each node counts revisions of its own.
    private synchronized long since(Node<RegistryApi> node, Set<String> names) {
        Session last = current;
        return last != null && last.node.equals(node) && last.answered && last.names.containsAll(names) ? revision : 0;
    }

    /// Keeps a stream open until it is closed.
    void run() {
        try {
            while (!closed) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        Set<String> names = names();
        Optional<Long> lease = membership.lease();
        Session last = current;
        if (names.isEmpty() || serves(last, names, lease)) {
            pacer.rest(Pacer.idle());
            return;
        }
        if (last != null && last.ended && !last.answered) {
            pacer.backOff(settings.pace());
        }
        open(names, lease, last);
    }

    private Set<String> names() {
        if (settings.all()) {
            return View.ALL;
        }
        Set<String> names = new TreeSet<>(view.names());
        membership.name().ifPresent(names::add);
        return names;
    }

    private boolean serves(@Nullable Session session, Set<String> names, Optional<Long> lease) {
        return session != null
                && session.node.equals(nodes.current())
                && !session.ended
                && session.names.equals(names)
                && session.lease.equals(lease);
    }

    private void open(Set<String> names, Optional<Long> lease, @Nullable Session last) throws InterruptedException {
        Node<RegistryApi> node = nodes.current();
        try {
            Events<Changes> events =
                    node.api().events(names.stream().toList(), since(node, names), lease, Optional.empty());
            Session next = new Session(node, names, lease, events);
            failures = 0;
            takeOver(next);
            threads.newThread(next::run).start();
            if (last != null) {
                last.events.close();
            }
        } catch (ServiceException e) {
            lease.filter(held -> e.status() == Status.NOT_FOUND).ifPresent(membership::lost);
            boolean another = nodes.failed(node, e) && ++failures % nodes.count() != 0;
            if (!another) {
                pacer.backOff(settings.pace());
            }
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("the registry cannot be watched; the next try follows");
            pacer.backOff(settings.pace());
        }
    }

    void close() {
        closed = true;
        Session last = current;
        if (last != null) {
            last.events.close();
        }
        pacer.nudge();
    }
}
