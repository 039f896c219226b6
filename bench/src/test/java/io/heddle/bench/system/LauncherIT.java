package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The launcher as a user calls it.
@Timeout(180)
final class LauncherIT {
    private static final String[] UP = {"up", "-d", "--ports", "free", "registry-center", "calc=2", "gateway"};

    @TempDir
    Path folder;

    @AfterEach
    void leaveNothingRunning() {
        heddle("down");
    }

    @Test
    void startsShowsMendsAndStopsServices() throws IOException {
        Shell.Result up = heddle(UP);
        assertThat(up.code()).as(up.err() + up.out()).isZero();
        assertThat(up.out()).contains("calc-2 is ready at http://127.0.0.1:");
        Map<String, JsonNode> before = status();
        assertThat(before.keySet()).containsExactly("registry-center-1", "calc-1", "calc-2", "gateway-1");
        String gateway = before.get("gateway-1").path("url").asString();
        assertThat(Web.get(gateway + "/add/0.1/0.2").body()).isEqualTo("{\"code\":0,\"data\":0.3}");

        assertThat(kill(before.get("calc-1"))).isTrue();
        Awaitility.await().until(() -> !status().get("calc-1").path("ready").asBoolean());
        assertThat(status().get("calc-1").path("pid").isNull()).isTrue();
        assertThat(heddle(UP).code()).isZero();
        Map<String, JsonNode> after = status();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(changed(before, after)).containsExactly("calc-1");
        assertThat(after.values()).allMatch(each -> each.path("ready").asBoolean());
        assertThat(heddle("status").out()).contains("INSTANCE", "calc-2", "ready");

        assertThat(heddle("down").code()).isZero();
        assertThat(after.values()).noneMatch(LauncherIT::runs);
        assertThat(folder.resolve("run")).doesNotExist();
        assertThat(heddle("status", "--json").out().strip()).isEqualTo("[]");
    }

    @Test
    void followsTheLogOfAService() throws Exception {
        assertThat(heddle("up", "-d", "--ports", "free", "registry-center").code())
                .isZero();
        Path out = folder.resolve("followed");
        Process logs = shell("logs", "registry-center").start(out, out);
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> Shell.text(out).contains("registry-center is ready"));
        } finally {
            logs.destroy();
            assertThat(logs.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void runsOneServiceInFront() throws Exception {
        Path out = folder.resolve("out");
        Process run = Shell.in(folder, launcher(), "run", "calc", "--port", "0")
                .with("HEDDLE_NO_BUILD", "1")
                .with("HEDDLE_REGISTRY_URLS", "")
                .start(out, out);
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Shell.text(out).contains("calc is ready"));
            run.destroy();
            assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            run.destroyForcibly();
        }
    }

    @Test
    void stopsEverythingWhenItIsInterrupted() throws Exception {
        Path out = folder.resolve("out");
        Process up = shell("up", "--ports", "free", "registry-center", "calc").start(out, out);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .failFast(() -> !up.isAlive())
                .until(() -> Shell.text(out).contains("Ctrl-C stops all"));
        Map<String, JsonNode> running = status();
        assertThat(running).hasSize(2);
        up.destroy();
        assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(running.values()).noneMatch(LauncherIT::runs);
        assertThat(Shell.text(out)).containsSubsequence("calc-1 has stopped", "registry-center-1 has stopped");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        refused(heddle("up", "nonsense"), "unknown service nonsense");
        refused(heddle("up", "--nonsense"), "unknown option --nonsense");
        refused(heddle("up", "calc=0"), "calc=0: the number of instances must be from 1 to 999");
        refused(heddle("up", "--ports", "own"), "--ports takes: free");
        refused(heddle("logs", "nonsense"), "unknown service nonsense");
        refused(heddle("run", "nonsense"), "run needs a service");
        refused(heddle("down", "--nonsense"), "unknown option --nonsense");
        refused(heddle("nonsense"), "unknown command nonsense");
    }

    @Test
    void namesWhoHoldsATakenPort() throws IOException {
        Shell.needs("ss", "apt-get install iproute2");
        try (ServerSocket _ = new ServerSocket(8848, 1, InetAddress.getByName("127.0.0.1"))) {
            refused(
                    heddle("up", "-d", "registry-center"),
                    "port 8848 of registry-center is taken by \"java\" (process "
                            + ProcessHandle.current().pid() + ")");
        } catch (java.net.BindException e) {
            Shell.needs(false, "port 8848 is taken on this machine");
        }
    }

    private static void refused(Shell.Result result, String because) {
        assertThat(result.err().lines().toList().getLast()).contains(because);
        assertThat(result.code()).isEqualTo(1);
    }

    private static String launcher() {
        return Fleet.ROOT.resolve("heddle").toString();
    }

    private Shell shell(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(launcher());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.toString()));
        return Shell.in(folder, command.toArray(String[]::new)).with("HEDDLE_NO_BUILD", "1");
    }

    private Shell.Result heddle(String... arguments) {
        return shell(arguments).run();
    }

    private Map<String, JsonNode> status() {
        Map<String, JsonNode> instances = new LinkedHashMap<>();
        for (JsonNode each : Web.JSON.readTree(heddle("status", "--json").out())) {
            instances.put(each.path("instance").asString(), each);
        }
        return instances;
    }

    private static List<String> changed(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        return Stream.of("registry-center-1", "calc-1", "calc-2", "gateway-1")
                .filter(name -> before.get(name).path("pid").asLong()
                        != after.get(name).path("pid").asLong())
                .toList();
    }

    private static boolean kill(JsonNode instance) {
        return ProcessHandle.of(instance.path("pid").asLong()).orElseThrow().destroyForcibly();
    }

    /// One that has ended and that nobody has asked about yet has no command any more.
    private static boolean runs(JsonNode instance) {
        return ProcessHandle.of(instance.path("pid").asLong())
                .flatMap(process -> process.info().command())
                .isPresent();
    }
}
