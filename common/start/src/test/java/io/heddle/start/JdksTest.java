package io.heddle.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.rules.HouseRules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdksTest {
    @TempDir
    Path folder;

    @Test
    void theModuleKeepsTheHouseRules() {
        assertThat(HouseRules.of("io.heddle.start").violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.8, 8", "17, 17", "25.0.3, 25", "26-ea, 26", "x, 0"})
    void readsMajorVersions(String text, int major) {
        assertThat(Start.major(text)).isEqualTo(major);
    }

    @Test
    void takesTheLowestThatIsNewEnough() throws IOException {
        List<File> homes = List.of(
                jdk("17.0.1"), jdk("26"), jdk("25.0.3"), folder.resolve("none").toFile());
        assertThat(Jdks.lowest(homes)).contains(new File(homes.get(2), "bin/java"));
        assertThat(Jdks.lowest(homes.subList(0, 1))).isEmpty();
    }

    private File jdk(String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk-" + version));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        assertThat(Files.createFile(home.resolve("bin/java")).toFile().setExecutable(true))
                .isTrue();
        return home.toFile();
    }
}
