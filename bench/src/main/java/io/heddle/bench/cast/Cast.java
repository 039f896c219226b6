package io.heddle.bench.cast;

import io.heddle.bench.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// The three services and the servers that they keep their data on. Used by one thread; who kills has a thread of its
/// own.
public final class Cast implements AutoCloseable {
    private static final int READY_LIMIT_MS = 1000;

    private final List<Actor> actors = new ArrayList<>();
    private final int product = Child.freePort();
    private final int activity = Child.freePort();
    private final int order = Child.freePort();

    private Cast() {}

    /// Starts all and waits until they are ready.
    ///
    /// @throws IllegalStateException when one does not become ready, or a server is not installed
    public static Cast open(Play play) {
        Cast cast = new Cast();
        try {
            cast.start(play);
            return cast;
        } catch (RuntimeException e) {
            cast.close();
            throw e;
        }
    }

    private void start(Play play) {
        Path folder = play.folder();
        logs(folder);
        Optional<Servers.Maria> maria = Optional.empty();
        if (play.mariaDb()) {
            maria = Optional.of(Servers.mariaDb(folder));
            with(maria.get().actor());
        }
        List<String> engine =
                new ArrayList<>(List.of("-Dheddle.sale.engine=" + play.engine().toUpperCase(Locale.ROOT)));
        if (play.engine().equals("redis")) {
            Servers.Redis redis = Servers.redis(folder);
            with(redis.actor());
            engine.add("-Dheddle.sale.redis.port=" + redis.port());
        }
        Path cache = train(play);
        for (String name : List.of("product", "activity", "order")) {
            List<String> command = java(folder.resolve(name), port(name));
            command.add("-XX:AOTCache=" + cache);
            command.addAll(database(maria, name, folder));
            if (name.equals("activity")) {
                command.addAll(engine);
            }
            command.addAll(List.of("-jar", play.jar().toString(), name));
            with(new Actor(name, folder.resolve("log"), command, () -> ready(port(name))));
        }
    }

    /// Writes the start-up cache that lets whoever was killed come back in half the time (JEP 514).
    private Path train(Play play) {
        Path cache = play.folder().resolve("start.aot");
        List<String> command = java(play.folder().resolve("training"), activity);
        command.addAll(database(Optional.empty(), "training", play.folder()));
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-jar", play.jar().toString(), "activity"));
        try (Actor trained = new Actor("training", play.folder().resolve("log"), command, () -> ready(activity))) {
            trained.await();
        }
        return cache;
    }

    private static void logs(Path folder) {
        try {
            Files.createDirectories(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void with(Actor actor) {
        actors.add(actor);
        actor.await();
    }

    private List<String> java(Path data, int port) {
        List<String> command = new ArrayList<>(List.of(
                Child.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dheddle.registry.urls=",
                "-Dheddle.config_center.urls=",
                "-Dheddle.config_center.required=",
                "-Dheddle.server.access_log=false",
                "-Dheddle.server.drain_notice=0s",
                "-Dheddle.server.port=" + port,
                "-Dheddle.service.data=" + data));
        Map.of("product", product, "activity", activity, "order", order)
                .forEach((name, at) -> command.add("-Dheddle.client.services." + name + ".url=http://127.0.0.1:" + at));
        return command;
    }

    private static List<String> database(Optional<Servers.Maria> maria, String name, Path folder) {
        return maria.map(server -> List.of(
                        "-Dheddle.database.url=jdbc:mysql://127.0.0.1:" + server.port() + "/proof",
                        "-Dheddle.database.user=root"))
                .orElseGet(() -> List.of(
                        "-Dheddle.database.url=jdbc:h2:file:"
                                + folder.resolve(name).resolve("database"),
                        "-Dheddle.database.user=proof"));
    }

    private int port(String name) {
        return switch (name) {
            case "product" -> product;
            case "activity" -> activity;
            default -> order;
        };
    }

    private static boolean ready(int port) {
        try {
            URL url = URI.create("http://127.0.0.1:" + port + "/observe/ready").toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setReadTimeout(READY_LIMIT_MS);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /// The port of the service of the products.
    public int product() {
        return product;
    }

    /// The port of the service of the sales.
    public int activity() {
        return activity;
    }

    /// The port of the service of the orders.
    public int order() {
        return order;
    }

    /// Begins to kill at random: everybody but the service of the products, which a sale does not need once it is up.
    ///
    /// @param enough whether no more is to be killed
    public Killing kill(RandomGenerator random, BooleanSupplier enough) {
        return Killer.start(
                actors.stream().filter(actor -> !actor.name().equals("product")).toList(), random, enough);
    }

    @Override
    public void close() {
        actors.reversed().forEach(Actor::close);
    }
}
