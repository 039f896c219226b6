package io.heddle.testkit.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The command lines of the servers that need no more than one.
final class Programs {
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

    static TestServer etcd() {
        String server = Needed.program("etcd", "apt-get install etcd-server");
        int port = Program.freePort();
        String peer = "http://127.0.0.1:" + Program.freePort();
        String client = "http://127.0.0.1:" + port;
        Path folder = Program.folder("etcd");
        List<String> command = List.of(
                server,
                "--data-dir=" + folder.resolve("data"),
                "--listen-client-urls=" + client,
                "--advertise-client-urls=" + client,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=default=" + peer);
        return Program.start(
                port, folder, new Program.Start(command, Map.of()), () -> Probe.answers(client + "/health"));
    }

    static TestServer zooKeeper() {
        Path jar = Needed.file("/usr/share/java/zookeeper.jar", "apt-get install zookeeperd");
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
