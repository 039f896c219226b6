package io.heddle.gateway.relay;

import io.heddle.contract.ServiceName;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Node;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.client.balance.Upstream;
import io.heddle.kit.client.guard.Guard;
import io.heddle.kit.http1.Connection;
import io.heddle.kit.http1.Http1;
import io.heddle.kit.http1.Http1.Use;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.http1.Peer;
import io.heddle.kit.http1.ResponseHead;
import io.heddle.kit.http1.TransportException;
import io.heddle.kit.http1.TransportException.Kind;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.trace.TraceSpan;
import io.heddle.kit.trace.Traces;
import java.util.ArrayList;
import java.util.List;

/// Sends each request on to an instance of the service that its path begins with.
///
/// A request that no instance saw is tried elsewhere. One that may have been seen is tried again only when its
/// method is idempotent, its body was kept, and the retry budget allows. Runs on the connection's own virtual
/// thread.
public final class Relay implements Routes, AutoCloseable {
    private static final String NAME = "relay";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final RelaySettings settings;
    private final Clients clients;
    private final Traces traces;
    private final Http1 http1;
    private final Buffers buffers;

    private Relay(RelaySettings settings, Clients clients, Traces traces, Http1 http1) {
        this.settings = settings;
        this.clients = clients;
        this.traces = traces;
        this.http1 = http1;
        this.buffers = new Buffers(settings.buffers());
    }

    /// Opens a relay over connections of its own.
    public static Relay open(RelaySettings settings, Http1Settings http1, Clients clients, Traces traces) {
        return new Relay(settings, clients, traces, Http1.open(http1));
    }

    @Override
    public void addTo(Router router) {
        for (String method : METHODS) {
            router.add(method, "/{service}", NAME, this::relay);
            router.add(method, "/{service}/{rest:+}", NAME, this::relay);
        }
    }

    private void relay(Exchange exchange) {
        String service = service(exchange.rawTarget());
        Upstream upstream = clients.upstream(service);
        Guard guard = clients.guard(service);
        if (!guard.begin(NAME)) {
            throw ServiceException.of(Status.UNAVAILABLE, service + " is paused: too many of its answers failed");
        }
        boolean failed = true;
        Presence caller = Presence.listen();
        try (caller;
                TraceSpan span = traces.client(NAME)) {
            Ticket ticket = Ticket.of(exchange, service, settings.replay());
            ticket.trace(span);
            Trip trip = new Trip(ticket, caller, upstream, guard, limit());
            failed = new Answered(exchange, caller, settings.idle(), buffers).give(send(trip)) >= 500;
        } catch (TransportException e) {
            throw e.describe(service);
        } catch (ServiceException e) {
            failed = e.status().code() >= 500;
            throw e;
        } finally {
            guard.ended(NAME, failed && !caller.gone());
        }
    }

    /// The first segment as it came; what is no service name was never registered.
    private String service(String target) {
        int end = 1;
        while (end < target.length() && "/?".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        String name = target.substring(1, end);
        if (!ServiceName.valid(name) || clients.unknown(name)) {
            throw ServiceException.notFound("there is no service of that name");
        }
        return name;
    }

    private Deadline limit() {
        Deadline limit = Deadline.in(settings.timeout());
        return Deadline.current().map(limit::orEarlier).orElse(limit);
    }

    /// One request on its way.
    private record Trip(Ticket ticket, Presence caller, Upstream upstream, Guard guard, Deadline limit) {}

    private Arrival send(Trip trip) {
        List<Node> tried = List.of();
        for (int attempt = 1; ; attempt++) {
            Node node = trip.upstream
                    .pick(0, tried)
                    .orElseThrow(() -> ServiceException.of(Status.UNAVAILABLE, "no instance of the service is there"));
            boolean more = attempt < settings.attempts() && !trip.limit.passed();
            try {
                Arrival arrival = attempt(trip, node, head(trip, more, tried.size() + 1));
                if (!more || !arrival.unavailable() || !mayRepeat(trip)) {
                    return arrival;
                }
                arrival.refuse();
            } catch (TransportException e) {
                boolean unseen = e.neverSent() && trip.ticket.unread();
                if (!more || trip.caller.gone() || !(unseen || mayRepeat(trip))) {
                    throw e;
                }
            }
            tried = with(tried, node);
        }
    }

    /// When the head of an answer must have come: early while another instance can be asked in place of one that hangs.
    private Deadline head(Trip trip, boolean more, int asked) {
        if (!more || !trip.ticket.repeatable() || !trip.upstream.hasMoreThan(asked)) {
            return trip.limit;
        }
        long patience = trip.guard.patience(NAME, settings.perTry().toNanos());
        return new Deadline(System.nanoTime() + patience).orEarlier(trip.limit);
    }

    private static List<Node> with(List<Node> tried, Node node) {
        List<Node> more = new ArrayList<>(tried);
        more.add(node);
        return more;
    }

    private static boolean mayRepeat(Trip trip) {
        return trip.ticket.repeatable() && trip.guard.mayRetry();
    }

    private Arrival attempt(Trip trip, Node node, Deadline head) {
        long begin = System.nanoTime();
        boolean arrived = false;
        boolean blamed = false;
        try {
            Arrival arrival = exchange(trip, node, head);
            arrived = true;
            trip.guard.answered(NAME, System.nanoTime() - begin);
            return arrival;
        } catch (TransportException e) {
            blamed = e.kind() != Kind.EXHAUSTED && !trip.caller.gone();
            throw e;
        } finally {
            if (!arrived && blamed) {
                node.failed();
            } else if (!arrived) {
                node.abandoned();
            }
        }
    }

    /// A kept connection that turns out closed is replaced once by a fresh one when that is safe.
    private Arrival exchange(Trip trip, Node node, Deadline head) {
        Target target = node.target();
        Peer peer = new Peer(target.host(), target.port(), target.tls());
        boolean repeatable = trip.ticket.repeatable();
        Connection kept = http1.connect(peer, head.nanos(), repeatable ? Use.ANY : Use.CHECKED);
        try {
            return exchange(trip, node, kept);
        } catch (TransportException e) {
            if (e.kind() != Kind.NO_ANSWER || !kept.reused() || !repeatable) {
                throw e;
            }
        }
        return exchange(trip, node, http1.connect(peer, head.nanos(), Use.FRESH));
    }

    private Arrival exchange(Trip trip, Node node, Connection connection) {
        byte[] buffer = buffers.take();
        boolean answered = false;
        try {
            trip.caller.await(connection, trip.limit.nanos());
            trip.ticket.write(connection, trip.limit, buffer);
            ResponseHead head = connection.readHead(trip.ticket.bodiless());
            answered = true;
            return new Arrival(connection, head, node);
        } finally {
            buffers.give(buffer);
            if (!answered) {
                connection.close();
            }
        }
    }

    @Override
    public void close() {
        http1.close();
    }
}
