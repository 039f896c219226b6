package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `jbang run NAME`. The jar of jbang prints the command that its launcher is to run, and ends with 255.
@Timeout(150)
final class JbangIT {
    private static final Path JBANG = Path.of("target/jbang/jbang.jar").toAbsolutePath();
    private static final int RUN_WHAT_I_PRINT = 255;

    @TempDir
    Path folder;

    /// In the root a folder has the name of the alias and goes before it; from a folder below, the alias counts.
    @ParameterizedTest
    @CsvSource({"., calc", "., gateway", "common, calc", "common, registry-center"})
    void startsAServiceByItsName(String from, String service) throws Exception {
        Shell.needs(Files.exists(JBANG), "there is no jbang at " + JBANG);
        Path directory = Fleet.ROOT.resolve(from);
        Path ready = folder.resolve("ready");
        Path log = folder.resolve("log");
        Process process = in(directory, "sh", "-c", "exec " + command(directory, service))
                .with("HEDDLE_SERVER_PORT", "0")
                .with("HEDDLE_REGISTRY_URLS", "")
                .with("HEDDLE_SERVICE_READY_FILE", ready.toString())
                .start(log, log);
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .failFast(() -> !process.isAlive())
                    .until(() -> Files.exists(ready));
            assertThat(Web.status(Files.readString(ready).strip() + "/observe/ready"))
                    .isEqualTo(200);
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String command(Path directory, String service) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Shell.Result result =
                in(directory, java, "-jar", JBANG.toString(), "run", service).run();
        assertThat(result.code()).as(result.err() + result.out()).isEqualTo(RUN_WHAT_I_PRINT);
        return result.out().strip();
    }

    private Shell in(Path directory, String... command) {
        return Shell.in(directory, command)
                .with("JBANG_DIR", folder.resolve("jbang").toString())
                .with("JBANG_NO_VERSION_CHECK", "true");
    }
}
