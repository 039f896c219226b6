package io.heddle.bench;

import io.heddle.bench.facade.FacadeTable;
import io.heddle.bench.process.Child;
import io.heddle.bench.proxy.Others;
import io.heddle.bench.proxy.Others.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One of our services as a process, with the flags that the launcher gives it and no access log.
record Heddle(Child child, Path ready) implements AutoCloseable {
    static Heddle start(Home home, String service, Map<String, String> environment, String... flags) {
        try {
            Path folder = Files.createTempDirectory("heddle-" + service);
            Path ready = folder.resolve("ready");
            Map<String, String> all = new HashMap<>(environment);
            all.put("HEDDLE_SERVICE_READY_FILE", ready.toString());
            all.put("HEDDLE_SERVICE_DATA", folder.toString());
            all.put("HEDDLE_SERVER_PORT", "0");
            all.put("HEDDLE_SERVER_ACCESS_LOG", "false");
            List<String> command = new ArrayList<>(List.of(Child.java(), "-XX:+UseSerialGC"));
            command.addAll(List.of(flags.length == 0 ? new String[] {"-Xmx256m"} : flags));
            command.addAll(List.of(
                    "-Djava.awt.headless=true", "-jar", home.jar(service).toString()));
            Child child = Child.start(folder.resolve("log"), all, command);
            return new Heddle(child.await(() -> written(ready)), ready);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A program of this module as a process; it is ready when it has printed its address.
    static Child own(String program) {
        try {
            Path log = Files.createTempFile("bench", ".log");
            List<String> command = List.of(
                    Child.java(),
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    program);
            Child child = Child.start(log, Map.of(), command);
            return child.await(() -> address(child).isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Measures a registry in each protocol that it speaks.
    static void facades(Home home) {
        Optional<Running> eureka = Others.jar(home.peer("eureka"), Map.of(), "-XX:+UseSerialGC", "-Xmx512m");
        try (Heddle registry = start(home, "registry-center", Map.of())) {
            FacadeTable.measure(home.results(), registry.child(), registry.url(), eureka);
        } finally {
            eureka.ifPresent(Running::close);
        }
    }

    /// The bare server of the sale, and its address.
    static Map.Entry<Child, String> seller() {
        Child child = own("io.heddle.bench.target.Seller");
        return Map.entry(child, url(child));
    }

    private static Optional<String> address(Child child) {
        return child.output().lines().filter(line -> line.startsWith("http://")).findFirst();
    }

    /// The address that a program of this module has printed.
    static String url(Child own) {
        return address(own).orElseThrow();
    }

    private static boolean written(Path file) {
        try {
            return Files.exists(file) && Files.size(file) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    String url() {
        try {
            return Files.readString(ready).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
