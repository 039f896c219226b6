package io.heddle.kit.configcenter;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.reply.Events;
import io.heddle.kit.pace.Pacer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds one event stream for all entries of a service, and opens it again when it ends.
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final Supplier<ConfigApi> centre;
    private final String entries;
    private final ConfigCenterSettings settings;
    private final Pacer pacer;
    private final Consumer<ConfigState> take;
    private final CountDownLatch tried = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile @Nullable Events<ConfigState> open;
    private volatile boolean closed;
    private volatile boolean following;
    private volatile String trouble = "";
    private @Nullable ConfigApi last;
    private long revision;

    /// Follows what the supplier gives; what is another one tells the whole state again.
    Following(
            Supplier<ConfigApi> centre,
            String service,
            ConfigCenterSettings settings,
            Pacer pacer,
            Consumer<ConfigState> take) {
        this.centre = centre;
        this.entries = "*/" + service + (settings.label().isEmpty() ? "" : "@" + settings.label());
        this.settings = settings;
        this.pacer = pacer;
        this.take = take;
    }

    /// Follows until it is closed.
    void run() {
        try {
            while (!closed) {
                round();
                tried.countDown();
                if (!closed) {
                    pacer.backOff(LONGEST_REST);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try (Events<ConfigState> events = begin()) {
            open = events;
            while (!closed && events.hasNext()) {
                hear(events.next().data());
            }
            lost("the centre ended the stream");
        } catch (ServiceException e) {
            lost(e.sentence());
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("the configs cannot be followed; the next try follows");
            lost("an error");
        }
    }

    private Events<ConfigState> begin() {
        ConfigApi api = centre.get();
        if (!api.equals(last)) {
            last = api;
            revision = 0;
        }
        return api.events(List.of(entries), settings.who(), revision, Optional.empty());
    }

    private void hear(ConfigState state) throws InterruptedException {
        if (state.changed()) {
            take.accept(state);
        }
        revision = state.revision();
        if (!following) {
            following = true;
            pacer.rest(Duration.ZERO);
            if (!trouble.isEmpty()) {
                LOG.atWarn().log("the config centre answers again");
            }
            trouble = "";
        }
        answered.countDown();
        tried.countDown();
    }

    /// Says once that the centre went away.
    private void lost(String why) {
        if (!closed && trouble.isEmpty()) {
            LOG.atWarn().addKeyValue("reason", why).log("the config centre is away; the configs stay as they are");
        }
        trouble = why;
        following = false;
    }

    /// Whether the stream stands now.
    boolean following() {
        return following;
    }

    /// Why it does not stand.
    String trouble() {
        return trouble;
    }

    /// Waits until the centre has answered, for a bounded time.
    ///
    /// @param once whether to give up when the first try has failed
    boolean awaitAnswer(Duration limit, boolean once) {
        try {
            CountDownLatch either = once ? tried : answered;
            boolean _ = either.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answered.getCount() == 0;
    }

    void close() {
        closed = true;
        Events<ConfigState> events = open;
        if (events != null) {
            events.close();
        }
        pacer.nudge();
    }
}
