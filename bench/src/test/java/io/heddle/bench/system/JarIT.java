package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.testkit.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `java -jar` by hand.
@Timeout(120)
final class JarIT {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CALC = Fleet.jar("calc").toString();

    @TempDir
    Path folder;

    @Test
    void startsAgainOnANewerJavaWhenTheDefaultIsOlder() throws Exception {
        Path ready = folder.resolve("ready");
        Path log = folder.resolve("log");
        Process process = Shell.in(folder, java17(), "-jar", CALC)
                .with("HEDDLE_SERVER_PORT", "0")
                .with("HEDDLE_REGISTRY_URLS", "")
                .with("HEDDLE_SERVICE_READY_FILE", ready.toString())
                .start(log, log);
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .failFast(() -> !process.isAlive())
                    .until(() -> Files.exists(ready));
            String url = Files.readString(ready).strip();
            assertThat(Web.get(url + "/add/1/2").body()).isEqualTo("{\"code\":0,\"data\":3}");
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(Web.status(url + "/add/1/2"))
                    .as("nothing is left behind")
                    .isZero();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void saysWhatToInstallWhenThereIsNoNewerJava() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("no-jdks"));
        Shell.Result result = Shell.in(folder, java17(), "-jar", CALC)
                .with("HEDDLE_JDKS", empty.toString())
                .run();

        refused(result, "This service needs Java 25 or newer and runs on Java 17");
    }

    @Test
    void namesAnUnknownSettingAndTheNearestOne() {
        refused(calc("-Dheddle.server.prot=0"), "unknown setting server.prot; the nearest known one is server.port");
    }

    @Test
    void namesASettingThatIsOutOfItsBounds() {
        refused(calc("-Dheddle.server.port=70000"), "server.port");
    }

    @Test
    void saysThatItsPortIsTaken() {
        try (ServiceProcess other =
                ServiceProcess.start(Fleet.jar("calc"), folder.resolve("other"), Map.of("registry.urls", ""))) {
            refused(calc("-Dheddle.server.port=" + other.port()), "server.port: 127.0.0.1:" + other.port());
        }
    }

    private Shell.Result calc(String setting) {
        return Shell.in(folder, JAVA, setting, "-Dheddle.registry.urls=", "-jar", CALC)
                .run();
    }

    private static void refused(Shell.Result result, String because) {
        assertThat(result.err().lines())
                .as(result.err())
                .singleElement()
                .asString()
                .contains(because);
        assertThat(result.out()).doesNotContain("Exception", "\tat ");
        assertThat(result.code()).isEqualTo(1);
    }

    private static String java17() throws IOException {
        Path homes = Path.of("/usr/lib/jvm");
        try (Stream<Path> all = Files.exists(homes) ? Files.list(homes) : Stream.empty()) {
            Path found = all.filter(home -> home.getFileName().toString().startsWith("java-17")
                            || home.getFileName().toString().startsWith("java-1.17"))
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElse(Path.of("none"));
            Shell.needs(
                    Files.exists(found),
                    "there is no Java 17 in " + homes + ": apt-get install openjdk-17-jre-headless");
            return found.toString();
        }
    }
}
