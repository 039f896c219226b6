package io.heddle.testkit.registry;

import io.heddle.contract.reply.Event;
import io.heddle.contract.reply.Events;
import io.heddle.kit.registry.Changes;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// What happens to some services, as it happens. An empty event is a sign of life.
final class Stream implements Events<Changes> {
    private static final Duration ALIVE = Duration.ofMillis(200);

    private final Ledger ledger;
    private final List<String> names;
    private volatile boolean closed;
    private long since;
    private boolean begun;
    private Optional<Event<Changes>> next = Optional.empty();

    Stream(Ledger ledger, List<String> names, long since) {
        this.ledger = ledger;
        this.names = names;
        this.since = since;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty() && !closed) {
            Changes changes = ledger.await(names, since, begun ? ALIVE : Duration.ZERO);
            begun = true;
            since = changes.revision();
            next = closed ? Optional.empty() : Optional.of(Event.of(Long.toString(since), changes));
        }
        return next.isPresent();
    }

    @Override
    public Event<Changes> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Event<Changes> ready = next.orElseThrow();
        next = Optional.empty();
        return ready;
    }

    @Override
    public void close() {
        closed = true;
    }
}
