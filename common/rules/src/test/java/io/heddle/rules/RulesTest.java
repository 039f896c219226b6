package io.heddle.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
    @TempDir
    Path module;

    @Test
    void thisModuleKeepsItsOwnRules() {
        assertThat(HouseRules.of("io.heddle.rules").violations()).isEmpty();
    }

    @Test
    void namesALongMethodAndTooManyParameters() throws IOException {
        String body = "        int x = 0;\n".repeat(50);
        write(
                "room/Long.java",
                "package room;\nclass Long {\n    void work(int a, int b, int c, int d, int e) {\n" + body
                        + "    }\n}\n");
        assertThat(HouseRules.of("room").in(module).violations())
                .anySatisfy(line -> assertThat(line).contains("work has 52 lines, more than 40"))
                .anySatisfy(line -> assertThat(line).contains("work has 5 parameters, more than 4"))
                .anySatisfy(line -> assertThat(line).contains("has no package-info.java"));
    }

    @Test
    void namesACrowdedRoomAndAWideLine() throws IOException {
        for (int i = 0; i < 13; i++) {
            write("room/C" + i + ".java", "package room;\n// " + "x".repeat(120) + "\nclass C" + i + " {}\n");
        }
        assertThat(HouseRules.of("room").in(module).violations())
                .anySatisfy(line -> assertThat(line).contains("room has 13 files, more than 12"))
                .anySatisfy(line -> assertThat(line).contains("C0.java:2 is wider than 120 columns"));
    }

    @Test
    void namesAnImportThatGoesUpAFloor() {
        // ArchUnit's own library stands on its core: put upside down, that is a violation.
        var upsideDown = new FloorRules("com.tngtech.archunit", List.of(List.of("library"), List.of("core")));
        var library = new ClassFileImporter().importPackages("com.tngtech.archunit.library.freeze");
        assertThat(upsideDown.violations(library))
                .anySatisfy(line -> assertThat(line).contains("library (floor 0) must not use core (floor 1)"));
    }

    private void write(String name, String text) throws IOException {
        Path file = module.resolve("src/main/java").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
