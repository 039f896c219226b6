package io.heddle.kit.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.json.JsonType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples of section 7 of the JSON-RPC 2.0 specification, as they stand there.
@TestInstance(Lifecycle.PER_CLASS)
final class SpecificationTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^--> (.*(?:\\R(?!<--|-->|\\R).+)*)(?:\\R<-- (.*(?:\\R(?!\\R).+)*))?");
    private static final JsonType<Integer> INT = new JsonType<>() {};
    private static final JsonType<List<Object>> LIST = new JsonType<>() {};

    private final RpcPeer peer = new RpcPeer(RpcSettings.standard(), SpecificationTest::methods);

    /// The methods that the examples call.
    private static void methods(RpcMethods methods) {
        methods.add(
                "subtract",
                true,
                List.of("minuend", "subtrahend"),
                call -> call.value(INT, call.one("minuend", INT) - call.one("subtrahend", INT)));
        methods.add("update", false, List.of("a", "b", "c", "d", "e"), RpcCall::done);
        methods.add(
                "sum",
                true,
                List.of("a", "b", "c"),
                call -> call.value(INT, call.one("a", INT) + call.one("b", INT) + call.one("c", INT)));
        methods.add("notify_hello", false, List.of("number"), RpcCall::done);
        methods.add("notify_sum", false, List.of("a", "b", "c"), RpcCall::done);
        methods.add("get_data", true, List.of(), call -> call.value(LIST, List.of("hello", 5)));
    }

    @AfterAll
    void close() {
        peer.close();
    }

    /// Each request of the text with its answer, empty when there is none.
    static List<Arguments> examples() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/rpc/specification.txt"));
        List<Arguments> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(text);
        while (example.find()) {
            String answer = example.group(2) == null || example.group(2).startsWith("//") ? "" : example.group(2);
            examples.add(Arguments.of(example.group(1), answer));
        }
        assertThat(examples).hasSize(15);
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answersAsTheSpecificationSays(String request, String answer) {
        RpcPeer.Said said = peer.json(request, "Content-Type", "application/json");

        if (answer.isEmpty()) {
            assertThat(said.status()).isEqualTo(204);
            assertThat(said.body()).isEmpty();
        } else {
            assertThat(said.json()).isEqualTo(RpcPeer.tree(answer));
        }
    }

    @Test
    void givesEachErrorTheStatusThatGoesWithIt() {
        assertThat(peer.json("{").status()).isEqualTo(400);
        assertThat(peer.json("[]").status()).isEqualTo(400);
        assertThat(peer.json("{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"id\":1}").status())
                .isEqualTo(404);
        assertThat(peer.json("{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[1],\"id\":1}")
                        .status())
                .isEqualTo(400);
        assertThat(peer.json("[1]").status()).isEqualTo(200);
    }
}
