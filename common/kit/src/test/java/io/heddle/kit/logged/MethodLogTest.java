package io.heddle.kit.logged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MethodLogTest {
    private final LineRendering line = new LineRendering();

    @Test
    void neverFailsTheCallForAnArgumentThatCannotBeWrittenDown() {
        MethodLog log = MethodLog.of("Api.method", "server");

        Integer result = log.call(
                out -> {
                    throw new IllegalStateException("no");
                },
                () -> 7);

        assertThat(result).isEqualTo(7);
    }

    @Test
    void passesOnWhatTheCallThrows() {
        MethodLog log = MethodLog.of("Api.method", "server").untraced();

        assertThatThrownBy(() -> log.run(out -> out.value("a", 1), () -> {
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
    }

    @Test
    void cutsLongTextsLongListsAndTheWholeLine() {
        line.value("text", "x".repeat(LineRendering.LONGEST_TEXT + 1));
        assertThat(line.toString())
                .hasSize("text=\"\"...".length() + LineRendering.LONGEST_TEXT)
                .endsWith("...\"");

        line.each("list", Collections.nCopies(LineRendering.MOST_ITEMS + 1, "a"), (out, each) -> out.value("", each));
        assertThat(line.toString()).endsWith("\"a\", ...]");

        for (int i = 0; i < 100; i++) {
            line.value("more", "x".repeat(100));
        }
        assertThat(line.toString()).hasSizeLessThanOrEqualTo(LineRendering.LONGEST_LINE + 3);
    }

    @Test
    void doesNotFollowWhatIsNestedTooDeep() {
        nest(line, 0);

        assertThat(line.toString()).contains("...").hasSizeLessThan(200);
    }

    private static void nest(Rendering out, Integer depth) {
        out.within("a", depth, (inner, value) -> nest(inner, value + 1));
    }

    @Test
    void keepsALineOnOneLine() {
        line.value("a", "1\r\n2\u0000");
        line.value("b\nc", 'x');

        assertThat(line).hasToString("a=\"1  2 \", b c=\"x\"");
    }

    @Test
    void writesNothingForWhatIsNotThereAndNullForNull() {
        line.present("a", Optional.empty(), (out, value) -> out.value("", value));
        line.value("b", null);
        line.within("c", (String) null, (out, value) -> out.value("", value));
        line.each("d", (List<String>) null, (out, value) -> out.value("", value));
        line.each("e", new Integer[] {1, 2}, (out, value) -> out.value("", value));
        line.values("f", (Map<String, String>) null, (out, value) -> out.value("", value));
        line.each("g", Arrays.asList("x", null), (out, value) -> out.value("", value));

        assertThat(line).hasToString("b=null, c=null, d=null, e=[1, 2], f=null, g=[\"x\", null]");
    }

    @Test
    void masksTheValuesOfNamesThatSoundSecret() {
        line.values("map", Map.of("Access-Token", "x"), (out, value) -> out.value("", value));
        line.opaque("bytes");

        assertThat(line).hasToString("map={Access-Token=******}, bytes=(...)");
    }
}
