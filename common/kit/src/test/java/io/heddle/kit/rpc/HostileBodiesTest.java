package io.heddle.kit.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.rpc.serve.RpcRoutes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Ten thousand bodies of a seeded generator, random and mutated, over real HTTP.
final class HostileBodiesTest {
    private static final int BODIES = 10_000;
    private static final List<String> GOOD = List.of(
            "{\"jsonrpc\":\"2.0\",\"method\":\"Toolbox.sum\",\"params\":[1,2],\"id\":1}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"Toolbox.hello\","
                    + "\"params\":{\"name\":\"A 🧵 \\ud83e\",\"title\":null},\"id\":\"x\"}",
            "[{\"jsonrpc\":\"2.0\",\"method\":\"BankApi.echo\","
                    + "\"params\":[{\"name\":\"a\",\"amount\":1e5,\"parts\":[]},2],"
                    + "\"id\":null},{\"jsonrpc\":\"2.0\",\"method\":\"BankApi.keep\",\"params\":[\"x\"]}]",
            "{\"jsonrpc\":\"2.0\",\"method\":\"BankApi.entries\",\"params\":[2147483647],\"id\":1e999}");
    private static final String PIECES = "{}[]\",:0123456789.-+eE\\u null true false \n\t\u0000";

    private final Random random = new Random(20_260_601);

    @Test
    void makeNoServerErrorAndAreAllAnswered() {
        Map<Integer, Integer> statuses = new TreeMap<>();
        try (RpcPeer peer = new RpcPeer(RpcSettings.standard(), new BankApiRpc(new Bank()), new ToolboxRpc())) {
            for (int i = 0; i < BODIES; i++) {
                byte[] body = body();
                RpcPeer.Said said = peer.send("POST", "/json", body);
                statuses.merge(said.status(), 1, Integer::sum);
                assertThat(said.status())
                        .as(new String(body, StandardCharsets.ISO_8859_1))
                        .isLessThan(500);
                assertThat(said.body()).doesNotContain("-32603", "Exception", "io.heddle");
            }
        }

        assertThat(statuses).containsKeys(200, 204, 400, 404);
        assertThat(RpcRoutes.of("x", RpcSettings.standard(), Metrics.create(), List.of())
                        .names())
                .isEmpty();
    }

    private byte[] body() {
        return switch (random.nextInt(4)) {
            case 0 -> bytes();
            case 1 -> pieces();
            default -> mutated(GOOD.get(random.nextInt(GOOD.size())).getBytes(StandardCharsets.UTF_8));
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[1 + random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] pieces() {
        StringBuilder text = new StringBuilder("{\"jsonrpc\":\"2.0\",\"method\":\"Toolbox.sum\",\"params\":");
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        return text.append(",\"id\":1}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] mutated(byte[] good) {
        byte[] body = good.clone();
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(body.length);
            switch (random.nextInt(3)) {
                case 0 -> body[at] = (byte) random.nextInt(256);
                case 1 -> body[at] = (byte) PIECES.charAt(random.nextInt(PIECES.length()));
                default -> body = Arrays.copyOf(body, Math.max(1, at));
            }
        }
        return body;
    }
}
