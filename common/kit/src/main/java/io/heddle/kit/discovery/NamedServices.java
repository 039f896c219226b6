package io.heddle.kit.discovery;

import io.heddle.kit.client.balance.Resolver;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.discovery.DiscoverySettings.DnsSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The services that were asked for, each looked up again and again by a thread of its own. While nobody can say where
/// one is, what was known last is used. A name that nobody asks for any more is forgotten: soon when it has no
/// instance, since whoever calls through us may make up any number of names.
final class NamedServices implements Resolver, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NamedServices.class);
    private static final int MOST = 1000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final ConcurrentHashMap<String, Followed> services = new ConcurrentHashMap<>();
    private final DnsSettings settings;
    private final Dns dns;

    NamedServices(DnsSettings settings, Dns dns) {
        this.settings = settings;
        this.dns = dns;
    }

    /// The first calls for a service wait a bounded time for its first look-up.
    @Override
    public Targets targets(String service) {
        Followed known = services.get(service);
        if (known == null) {
            known = full() ? null : services.computeIfAbsent(service, this::follow);
        }
        return known == null ? Targets.none(service) : known.targets();
    }

    /// Those that are known not to be anywhere make room for others.
    private boolean full() {
        if (services.size() >= MOST) {
            services.values().stream().filter(Followed::nowhere).forEach(Followed::end);
        }
        return services.size() >= MOST;
    }

    /// How many are followed.
    int followed() {
        return services.size();
    }

    private Followed follow(String service) {
        Followed followed = new Followed(service);
        followed.thread = Thread.ofVirtual().name("dns-" + service).start(followed::run);
        return followed;
    }

    private final class Followed {
        private final String service;
        private final CountDownLatch answered = new CountDownLatch(1);
        private final long begun = System.nanoTime();
        private volatile long asked = begun;
        private volatile Targets targets;
        private boolean away;

        private volatile @Nullable Thread thread;

        Followed(String service) {
            this.service = service;
            this.targets = Targets.none(service);
        }

        Targets targets() {
            asked = System.nanoTime();
            try {
                long left = begun + settings.firstWait().toNanos() - System.nanoTime();
                boolean _ = answered.getCount() == 0 || answered.await(left, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return targets;
        }

        void run() {
            try {
                do {
                    look();
                    answered.countDown();
                    Thread.sleep(settings.refresh());
                } while (wanted());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                services.remove(service, this);
            }
        }

        private boolean wanted() {
            Duration remembered = nowhere() ? settings.refresh() : REMEMBERED;
            return System.nanoTime() - asked < remembered.toNanos();
        }

        boolean nowhere() {
            return answered.getCount() == 0 && targets.all().isEmpty();
        }

        void end() {
            services.remove(service, this);
            Thread running = thread;
            if (running != null) {
                running.interrupt();
            }
        }

        private void look() {
            try {
                List<Target> found = dns.instances(service);
                if (!found.equals(targets.all())) {
                    targets = new Targets(service, found);
                }
                away = false;
            } catch (NamingException | RuntimeException e) {
                LOG.atLevel(away ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.WARN)
                        .addKeyValue("service", service)
                        .setCause(e)
                        .log("a service cannot be looked up; what was known last is used");
                away = true;
            }
        }
    }

    @Override
    public void close() {
        services.values().forEach(Followed::end);
    }
}
