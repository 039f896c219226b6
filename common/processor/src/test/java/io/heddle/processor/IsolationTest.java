package io.heddle.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.processor.Compilation.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a build tool relies on to compile only what changed.
final class IsolationTest {
    private static final List<Source> TWO = List.of(contract("One"), contract("Two"));

    @TempDir
    private Path folder;

    private static Source contract(String name) {
        return new Source(name + ".java", """
                @io.heddle.contract.HttpApi("demo")
                interface %s {
                    @io.heddle.contract.Get("/a")
                    Answer a();

                    record Answer(int number) {}
                }
                """.formatted(name));
    }

    @Test
    void everyFileComesFromItsOneInterface() {
        Compilation compilation = Compilation.strictly(folder, TWO);

        assertThat(compilation.complaints()).isEmpty();
        assertThat(compilation.origins())
                .containsExactlyInAnyOrder(
                        "OneClient.java < One.java",
                        "OneRoutes.java < One.java",
                        "OneStub.java < One.java",
                        "META-INF/heddle/One.openapi.json < One.java",
                        "TwoClient.java < Two.java",
                        "TwoRoutes.java < Two.java",
                        "TwoStub.java < Two.java",
                        "META-INF/heddle/Two.openapi.json < Two.java");
    }

    @Test
    void writesTheSameForAnInterfaceWhateverStandsBesideIt() {
        Compilation alone = Compilation.strictly(folder.resolve("alone"), List.of(contract("Two")));
        Compilation together = Compilation.strictly(folder.resolve("together"), TWO);

        for (String file : List.of("TwoClient.java", "TwoRoutes.java", "META-INF/heddle/Two.openapi.json")) {
            assertThat(together.written(file)).isEqualTo(alone.written(file));
        }
    }

    @Test
    void oneBrokenContractDoesNotStopAnother() {
        Source broken =
                new Source("Broken.java", "@io.heddle.contract.HttpApi(\"demo\") interface Broken { int a(); }");

        Compilation compilation = Compilation.of(folder, List.of(broken, contract("One")), List.of());

        assertThat(compilation.complaints()).hasSize(1);
        assertThat(compilation.origins()).hasSize(4).allMatch(origin -> origin.endsWith("< One.java"));
    }

    @Test
    void waitsForATypeThatIsNotThereAndLeavesTheErrorToTheCompiler() {
        Source unknown = new Source("Unready.java", """
                @io.heddle.contract.HttpApi("demo")
                interface Unready {
                    @io.heddle.contract.Get("/a")
                    Missing a();
                }
                """);

        Compilation compilation = Compilation.of(folder, List.of(unknown), List.of());

        assertThat(compilation.complaints()).hasSize(1).first().asString().contains("cannot find symbol");
    }

    @Test
    void saysThatItIsIsolating() {
        assertThat(resource("/META-INF/gradle/incremental.annotation.processors"))
                .isEqualTo(HttpApiProcessor.class.getName() + ",isolating\n");
        assertThat(resource("/META-INF/services/javax.annotation.processing.Processor"))
                .isEqualTo(HttpApiProcessor.class.getName() + "\n");
    }

    private static String resource(String name) {
        try (InputStream in = HttpApiProcessor.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
