package io.heddle.registry.console;

import io.heddle.kit.watch.Watched;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.catalog.Step;
import io.heddle.registry.console.View.Happening;
import io.heddle.registry.console.View.News;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What happened last, with the time of it. There is one subject: the whole registry.
final class EventLog implements Watched<EventLog.Subject, News> {
    private final ArrayDeque<Happening> events = new ArrayDeque<>();
    private final Catalog catalog;
    private final InstantSource time;
    private final int most;

    /// The one subject.
    enum Subject {
        REGISTRY
    }

    EventLog(Catalog catalog, InstantSource time, int most) {
        this.catalog = catalog;
        this.time = time;
        this.most = most;
    }

    /// Takes down a change as it happens.
    void changed(long revision) {
        catalog.step(revision).map(this::happening).ifPresent(this::add);
    }

    private Happening happening(Step step) {
        String kind = step.gone() ? "went" : step.before().isEmpty() ? "came" : "changed";
        return new Happening(
                step.revision(),
                time.instant(),
                kind,
                step.entry().name(),
                step.entry().service(),
                step.entry().status(),
                step.difference());
    }

    private synchronized void add(Happening event) {
        if (events.size() == most) {
            events.removeFirst();
        }
        events.addLast(event);
    }

    @Override
    public long revision() {
        return catalog.revision();
    }

    @Override
    public synchronized News changes(Subject subject, long since, long until) {
        List<Happening> found = new ArrayList<>();
        for (Happening event : events) {
            if (event.revision() > since && event.revision() <= until) {
                found.add(event);
            }
        }
        return new News(until, found);
    }

    @Override
    public News none(long revision) {
        return new News(revision, List.of());
    }

    @Override
    public long revision(News news) {
        return news.revision();
    }

    @Override
    public boolean empty(News news) {
        return news.events().isEmpty();
    }

    @Override
    public boolean about(Subject subject, Set<String> changed) {
        return true;
    }
}
