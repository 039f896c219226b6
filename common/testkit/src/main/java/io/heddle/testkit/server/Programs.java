package io.heddle.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The command lines of the servers that need no more than one.
final class Programs {
    private static final String PROMETHEUS = "apt-get install prometheus";

    private Programs() {}

    static TestServer redis() {
        String server = Needed.program("redis-server", "apt-get install redis-server");
        int port = Program.freePort();
        Path folder = Program.folder("redis");
        List<String> command = List.of(
                server,
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--save",
                "",
                "--appendonly",
                "yes",
                "--appendfsync",
                "always");
        return Program.start(
                port, folder, new Program.Start(command, Map.of()), () -> Probe.line(port, "PING\r\n", "+PONG"));
    }

    static TestServer etcd(String host) {
        int port = Program.freePort();
        String client = "http://" + host + ":" + port;
        return etcd(port, client, client, List.of());
    }

    /// Whether it is there is asked where it needs no certificate.
    static TestServer etcd(Path key, Path certificate) {
        int port = Program.freePort();
        String health = "http://127.0.0.1:" + Program.freePort();
        List<String> tls =
                List.of("--key-file=" + key, "--cert-file=" + certificate, "--listen-metrics-urls=" + health);
        return etcd(port, "https://127.0.0.1:" + port, health, tls);
    }

    private static TestServer etcd(int port, String client, String health, List<String> more) {
        String server = Needed.program("etcd", "apt-get install etcd-server");
        String peer = "http://127.0.0.1:" + Program.freePort();
        Path folder = Program.folder("etcd");
        List<String> command = new ArrayList<>(List.of(
                server,
                "--data-dir=" + folder.resolve("data"),
                "--listen-client-urls=" + client,
                "--advertise-client-urls=" + client,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=default=" + peer));
        command.addAll(more);
        return Program.start(
                port, folder, new Program.Start(command, Map.of()), () -> Probe.answers(health + "/health"));
    }

    static TestServer zooKeeper() {
        Path jar = Needed.file("/usr/share/java/zookeeper.jar", "apt-get install libzookeeper-java");
        int port = Program.freePort();
        Path folder = Program.folder("zookeeper");
        Path settings = Program.write(folder.resolve("zoo.cfg"), """
                tickTime=500
                dataDir=%s
                clientPort=%d
                clientPortAddress=127.0.0.1
                maxClientCnxns=0
                admin.enableServer=false
                4lw.commands.whitelist=srvr
                """.formatted(folder.resolve("data"), port));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                jar.toString(),
                "org.apache.zookeeper.server.quorum.QuorumPeerMain",
                settings.toString());
        return Program.start(
                port,
                folder,
                new Program.Start(command, Map.of()),
                () -> Probe.line(port, "srvr", "Zookeeper version"));
    }

    static TestServer prometheus(String scrapeConfigs) {
        String server = Needed.program("prometheus", PROMETHEUS);
        int port = Program.freePort();
        String address = "127.0.0.1:" + port;
        Path folder = Program.folder("prometheus");
        Path config = folder.resolve("prometheus.yml");
        try {
            Files.writeString(config, "global:\n  scrape_interval: 5s\nscrape_configs:\n" + scrapeConfigs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = List.of(
                server,
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + address,
                "--log.level=info");
        return Program.start(
                port,
                folder,
                new Program.Start(command, Map.of()),
                () -> Probe.answers("http://" + address + "/-/ready"));
    }

    /// The option's own name is put together when the program runs; its source's name is in it as it is.
    static boolean prometheusKnows(String option) {
        String server = Needed.program("prometheus", PROMETHEUS);
        String kind = "prometheus/discovery/" + option.substring(0, option.indexOf('_')) + '.';
        try {
            String bytes = new String(Files.readAllBytes(Path.of(server)), StandardCharsets.ISO_8859_1);
            return bytes.contains(kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestServer zipkin() {
        Path jar = Needed.file("common/kit/target/zipkin/zipkin.jar", "./heddle test fetches it");
        int port = Program.freePort();
        Path folder = Program.folder("zipkin");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                jar.toString(),
                "--armeria.ports[0].ip=127.0.0.1",
                "--armeria.ports[0].port=" + port,
                "--armeria.ports[0].protocols[0]=http");
        Map<String, String> environment = Map.of("QUERY_PORT", Integer.toString(port), "STORAGE_TYPE", "mem");
        String url = "http://127.0.0.1:" + port;
        return Program.start(
                port,
                folder,
                new Program.Start(command, environment),
                () -> Probe.answers(url + "/health") && Probe.collects(url + "/api/v2/spans"));
    }
}
