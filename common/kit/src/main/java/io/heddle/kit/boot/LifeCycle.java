package io.heddle.kit.boot;

import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.Registry;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From listening to the end: registers, says that it is ready, and stops in order.
final class LifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration POLL = Duration.ofMillis(5);

    private final String name;
    private final ServiceSettings settings;
    private final ServerSettings serving;
    private final List<String> methods;

    /// What is closed with the service: some before the server drains, the others after.
    record Rooms(List<AutoCloseable> before, List<AutoCloseable> after) {}

    LifeCycle(String name, ServiceSettings settings, ServerSettings serving, List<String> methods) {
        this.name = name;
        this.settings = settings;
        this.serving = serving;
        this.methods = methods;
    }

    RunningService start(HttpServer server, Optional<Registry> registry, Rooms rooms) {
        String scheme = serving.tls().key().isEmpty() ? "http" : "https";
        String url = scheme + "://" + host() + ':' + server.port();
        Running running = new Running(server, url, registry, rooms);
        registry.ifPresent(found -> register(found, url));
        Runtime.getRuntime().addShutdownHook(running.hook);
        settings.readyFile().ifPresent(file -> tell(Path.of(file), url));
        LOG.atInfo().addKeyValue("url", url).log("{} is ready", name);
        return running;
    }

    private String host() {
        return settings.host().orElseGet(() -> {
            String bound = serving.host();
            boolean everywhere = bound.equals("0.0.0.0") || bound.equals("::");
            return everywhere ? machine() : bound.indexOf(':') >= 0 ? '[' + bound + ']' : bound;
        });
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException("service.host must be set: this machine does not know its own address", e);
        }
    }

    /// Registers and waits a little, so that who is ready can be found; a registry that is away keeps nobody from
    /// starting.
    private void register(Registry registry, String url) {
        registry.register(Registration.of(name, url).methods(methods));
        long end = System.nanoTime() + settings.registerWait().toNanos();
        try {
            while (!registry.registered() && !registry.away() && System.nanoTime() - end < 0) {
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!registry.registered()) {
            LOG.atWarn().log("the registry does not answer; this service registers as soon as it does");
        }
    }

    private static void tell(Path file, String url) {
        try {
            Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), url + "\n");
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("service.ready_file cannot be written", e);
        }
    }

    /// A service that runs.
    private static final class Running implements RunningService {
        private final HttpServer server;
        private final String url;
        private final Optional<Registry> registry;
        private final Rooms rooms;
        private final AtomicBoolean closing = new AtomicBoolean();
        private final CountDownLatch stopped = new CountDownLatch(1);
        private final Thread hook = new Thread(this::close, "service-stop");

        Running(HttpServer server, String url, Optional<Registry> registry, Rooms rooms) {
            this.server = server;
            this.url = url;
            this.registry = registry;
            this.rooms = rooms;
        }

        @Override
        public int port() {
            return server.port();
        }

        @Override
        public String url() {
            return url;
        }

        @Override
        public void await() {
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            if (closing.compareAndSet(false, true)) {
                forgetHook();
                registry.ifPresent(Registry::leave);
                rooms.before.forEach(Running::close);
                server.drain();
                registry.ifPresent(Registry::close);
                rooms.after.forEach(Running::close);
                stopped.countDown();
            }
        }

        /// A service that was closed by hand leaves nothing for the end of the process, unless that has begun.
        private void forgetHook() {
            if (!Thread.currentThread().equals(hook)) {
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException e) {
                    LOG.atDebug().setCause(e).log("closed while the process ends");
                }
            }
        }

        private static void close(AutoCloseable room) {
            try {
                room.close();
            } catch (Exception e) {
                LOG.atError().setCause(e).log("a room of the service did not close");
            }
        }
    }
}
