package io.heddle.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.processor.Compilation.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written, letter by letter. `-Dheddle.golden=rewrite` takes what is written now as right.
final class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path MATRIX = Path.of("../kit/src/test/java/io/heddle/kit/matrix");

    @TempDir
    private Path folder;

    @Test
    void writesAReadableClientRoutesStubAndDocument() throws IOException {
        Compilation compilation = Compilation.strictly(folder, List.of(Source.of(GOLDEN.resolve("calc/CalcApi.java"))));

        assertThat(compilation.complaints()).isEmpty();
        holdsToGolden(compilation, "demo/calc/CalcApi", "calc");
    }

    @Test
    void writesEveryTypeOfTheMatrixWithoutAWarning() throws IOException {
        List<Source> sources = Stream.of("package-info", "Crud", "MatrixApi")
                .map(name -> Source.of(MATRIX.resolve(name + ".java")))
                .toList();

        Compilation compilation = Compilation.strictly(folder, sources);

        assertThat(compilation.complaints()).isEmpty();
        holdsToGolden(compilation, "io/heddle/kit/matrix/MatrixApi", "matrix");
    }

    @Test
    void copesWithClashingNamesNestingThirtyParametersAndTheDefaultPackage() throws IOException {
        Compilation compilation = Compilation.strictly(folder, List.of(Source.of(GOLDEN.resolve("odd/Outer.java"))));

        assertThat(compilation.complaints()).isEmpty();
        holdsToGolden(compilation, "Outer_OddApi", "odd");
    }

    @Test
    void writesChecksForWhatIsAskedOfValues() throws IOException {
        Compilation compilation =
                Compilation.strictly(folder, List.of(Source.of(GOLDEN.resolve("checked/OrderApi.java"))));

        assertThat(compilation.complaints()).isEmpty();
        holdsToGolden(compilation, "demo/checked/OrderApi", "checked");
        holdsToGolden(
                compilation.written("demo/checked/OrderApiChecks.java"),
                GOLDEN.resolve("checked"),
                "demo/checked/OrderApi",
                "Checks.java");
    }

    @Test
    void writesTheLogOfCallsOnBothSidesWithoutSecrets() throws IOException {
        Compilation compilation =
                Compilation.strictly(folder, List.of(Source.of(GOLDEN.resolve("logged/AccountApi.java"))));

        assertThat(compilation.complaints()).isEmpty();
        holdsToGolden(compilation, "demo/logged/AccountApi", "logged");
        holdsToGolden(
                compilation.written("demo/logged/AccountApiArguments.java"),
                GOLDEN.resolve("logged"),
                "demo/logged/AccountApi",
                "Arguments.java");
    }

    @Test
    void writesTheTablesOfWhatMayBeCalledByName() throws IOException {
        Path rpc = GOLDEN.resolve("rpc");
        Compilation compilation = Compilation.strictly(
                folder, List.of(Source.of(rpc.resolve("LedgerApi.java")), Source.of(rpc.resolve("Toolbox.java"))));

        assertThat(compilation.complaints()).isEmpty();
        for (String name : List.of("LedgerApiRpc", "LedgerApiChecks", "ToolboxRpc", "ToolboxChecks")) {
            holdsToGolden(compilation.written("demo/rpc/" + name + ".java"), rpc, name, ".java");
        }
        assertThat(compilation.origins())
                .filteredOn(origin -> origin.startsWith("demo.rpc.Toolbox"))
                .containsExactlyInAnyOrder(
                        "demo.rpc.ToolboxRpc.java < Toolbox.java", "demo.rpc.ToolboxChecks.java < Toolbox.java");
    }

    private static void holdsToGolden(Compilation compilation, String type, String name) throws IOException {
        for (String suffix : List.of("Client.java", "Routes.java", "Stub.java")) {
            holdsToGolden(compilation.written(type + suffix), GOLDEN.resolve(name), type, suffix);
        }
        String fragment = "META-INF/heddle/" + type.replace('/', '.').replace('_', '.') + ".openapi.json";
        holdsToGolden(compilation.written(fragment), GOLDEN.resolve(name), type, ".openapi.json");
    }

    private static void holdsToGolden(String written, Path golden, String type, String suffix) throws IOException {
        Path file = golden.resolve(type.substring(type.lastIndexOf('/') + 1) + suffix);
        if (System.getProperty("heddle.golden", "").equals("rewrite")) {
            Files.writeString(file, written);
        }
        assertThat(written).as(file.toString()).isEqualTo(Files.readString(file));
    }
}
