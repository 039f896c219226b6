package io.heddle.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.processor.Compilation.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each source in `invalid` says itself, at the end of a line, what must be said of that line; nothing else may be
/// said.
final class CompileErrorsTest {
    private static final Path INVALID = Path.of("src/test/resources/invalid");
    private static final Pattern EXPECTED = Pattern.compile("// (ERROR|WARNING) (.*)$");

    @TempDir
    private Path folder;

    static List<String> invalidSources() throws IOException {
        try (Stream<Path> files = Files.list(INVALID)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("invalidSources")
    void saysWhatIsWrongWhereItIsWrongAndNothingElse(String name) {
        Source source = Source.of(INVALID.resolve(name));

        Compilation compilation = Compilation.of(folder, List.of(source), List.of());

        assertThat(compilation.complaints()).containsExactlyInAnyOrderElementsOf(expected(source));
    }

    private static List<String> expected(Source source) {
        List<String> expected = new ArrayList<>();
        List<String> lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher comment = EXPECTED.matcher(lines.get(i));
            if (comment.find()) {
                expected.add(comment.group(1) + ":" + (i + 1) + ": " + comment.group(2));
            }
        }
        return expected;
    }

    @Test
    void knowsOnlyTheServicesOfTheListWhenThereIsOne() throws IOException {
        Path list = Files.writeString(folder.resolve("services.txt"), "# ours\ncalc\n\ngateway\n");
        String option = "-Aheddle.services=" + list;

        assertThat(complaintsOf("calc", option)).isEmpty();
        assertThat(complaintsOf("clac", option))
                .containsExactly("ERROR:1: no service is called 'clac'; did you mean 'calc'?");
        assertThat(complaintsOf("billing", option))
                .containsExactly("ERROR:1: no service is called 'billing'; add it to the file of the option"
                        + " heddle.services");
    }

    @Test
    void saysThatTheListOfServicesCannotBeRead() {
        assertThat(complaintsOf("calc", "-Aheddle.services=/nowhere/services.txt"))
                .containsExactly("ERROR:-1: the file '/nowhere/services.txt' of the option heddle.services cannot be"
                        + " read; mend the path");
    }

    private List<String> complaintsOf(String service, String option) {
        String text = "@io.heddle.contract.HttpApi(\"" + service + "\") interface Demo {}";
        return Compilation.of(folder, List.of(new Source("Demo.java", text)), List.of(option))
                .complaints();
    }
}
