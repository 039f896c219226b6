package io.heddle.kit.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.rpc.serve.RpcRoutes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Generated tables over real HTTP.
final class RpcRoutesTest {
    private static final int MAX_BODY = 100_000;

    private final Bank bank = new Bank();
    private final RpcPeer peer =
            new RpcPeer(RpcSettings.standard().bodies(MAX_BODY, 0), new BankApiRpc(bank), new ToolboxRpc());

    @AfterEach
    void close() {
        peer.close();
    }

    private RpcPeer.Said call(String method, String params, String... headers) {
        String body = "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + ",\"id\":\"ünï\"}";
        return peer.json(body, headers);
    }

    private JsonNode error(String method, String params) {
        return call(method, params).json().path("error");
    }

    @Test
    void callsContractsAndStaticMethodsByPositionAndByName() {
        assertThat(call("Toolbox.sum", "[0.1, 12345678901234567890.2]").body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":12345678901234567890.3,\"id\":\"ünï\"}");
        assertThat(call("Toolbox.sum", "{\"right_operand\":2, \"left\":1}")
                        .json()
                        .path("result")
                        .asInt())
                .isEqualTo(3);
        assertThat(call("Toolbox.hello", "[\"Ann 🧵\", \"Dr\"]")
                        .json()
                        .path("result")
                        .asString())
                .isEqualTo("Hello, Dr Ann 🧵");
        assertThat(call("BankApi.echo", "[{\"name\":\"a\",\"amount\":1.5,\"parts\":[]},2]")
                        .json()
                        .path("result"))
                .isEqualTo(RpcPeer.tree("{\"name\":\"a\",\"amount\":3.0,\"parts\":[]}"));
    }

    @Test
    void leavesOutWhatMayBeLeftOut() {
        assertThat(call("Toolbox.hello", "[\"Ann\"]").json().path("result").asString())
                .isEqualTo("Hello, Ann");
        assertThat(call("Toolbox.hello", "[\"Ann\", null]")
                        .json()
                        .path("result")
                        .asString())
                .isEqualTo("Hello, Ann");
        assertThat(call("BankApi.entry", "[\"two\"]").json().path("result").isNull())
                .isTrue();
        assertThat(call("BankApi.keep", "[\"x\"]").json().path("result").isNull())
                .isTrue();
        assertThat(call("BankApi.entries", "{\"page\":3}").json().path("result"))
                .isEqualTo(RpcPeer.tree("{\"items\":[{\"name\":\"one\",\"amount\":1,\"parts\":[]}],\"total\":7,"
                        + "\"page\":3,\"limit\":1}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1]                      | right_operand           | must be given
            [1,2,3]                  |                         | the method takes 2 arguments, not 3
            [1,"2"]                  | right_operand           | must be a decimal number
            [null,2]                 | left                    | must not be null
            {"left":1}               | right_operand           | must be given
            {"left":1,"right":2}     | right                   | is not a known argument
            {"left":1,"rightOperand":2} | rightOperand         | is not a known argument
            """)
    void namesTheArgumentThatIsWrong(String params, String field, String why) {
        JsonNode error = error("Toolbox.sum", params);

        assertThat(error.path("code").asInt()).isEqualTo(-32602);
        assertThat(error.path("message").asString())
                .startsWith("Invalid params: ")
                .endsWith(why);
        assertThat(error.path("data").path("error").path(0).path("field").asString(null))
                .isEqualTo(field);
        assertThat(call("Toolbox.sum", params).status()).isEqualTo(400);
    }

    @Test
    void givesThePathWithinAnArgument() {
        JsonNode wrongType = error("BankApi.echo", "[{\"name\":\"a\",\"amount\":1,\"parts\":[{\"name\":1}]},2]");
        assertThat(wrongType.path("data").path("error").path(0).path("field").asString())
                .isEqualTo("entry.parts[0].name");

        RpcPeer.Said checked = call("BankApi.echo", "[{\"name\":\" \",\"amount\":0,\"parts\":[]},2]");
        assertThat(checked.status()).isEqualTo(422);
        assertThat(checked.json().path("error").path("code").asInt()).isEqualTo(-32602);
        assertThat(checked.json().path("error").path("data"))
                .isEqualTo(RpcPeer.tree("{\"code\":\"invalid_fields\",\"status_code\":422,\"error\":["
                        + "{\"field\":\"entry.name\",\"message\":\"must not be blank\"},"
                        + "{\"field\":\"entry.amount\",\"message\":\"must be more than 0\"}]}"));
    }

    @Test
    void tellsAMethodsOwnErrorWithItsStatusAndCode() {
        RpcPeer.Said own = call("BankApi.fail", "[\"own\"]");

        assertThat(own.status()).isEqualTo(409);
        assertThat(own.json().path("error"))
                .isEqualTo(RpcPeer.tree("{\"code\":-32000,\"message\":\"there is no money\",\"data\":"
                        + "{\"code\":\"BROKE\",\"status_code\":409}}"));
    }

    @Test
    void tellsNothingOfAFailureThatNobodyForesaw() {
        RpcPeer.Said said = call("BankApi.fail", "[\"bug\"]");

        assertThat(said.status()).isEqualTo(500);
        assertThat(said.json().path("error"))
                .isEqualTo(RpcPeer.tree("{\"code\":-32603,\"message\":\"Internal error\"}"));
        assertThat(said.body()).doesNotContain("secret", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Toolbox.hidden",
                "Toolbox.greet",
                "toolbox.sum",
                "Toolbox.sum ",
                "io.heddle.kit.rpc.Toolbox.sum",
                "BankApi.getClass",
                "BankApi.toString",
                "java.lang.Runtime.exec",
                ""
            })
    void knowsNoNameButThoseOfTheTable(String name) {
        assertThat(error(name, "[]")).isEqualTo(RpcPeer.tree("{\"code\":-32601,\"message\":\"Method not found\"}"));
    }

    @Test
    void listsWhatThereIsToCall() {
        JsonNode methods =
                peer.send("GET", "/rpc/_index", new byte[0]).json().path("data").path("methods");

        assertThat(methods).hasSize(8);
        assertThat(methods.path(7))
                .isEqualTo(RpcPeer.tree("{\"name\":\"Toolbox.sum\",\"idempotent\":true,\"parameters\":[\"left\","
                        + "\"right_operand\"]}"));
        assertThat(methods.path(6).path("idempotent").asBoolean()).isFalse();
    }

    @Test
    void takesABatchUpToItsLimit() {
        String call = "{\"jsonrpc\":\"2.0\",\"method\":\"BankApi.keep\",\"params\":[\"x\"],\"id\":1}";

        assertThat(peer.json(batch(call, 20)).json()).hasSize(20);
        assertThat(peer.json(batch(call, 21))
                        .json()
                        .path("error")
                        .path("message")
                        .asString())
                .isEqualTo("Invalid Request: a batch has at most 20 calls");
        assertThat(bank.kept()).hasSize(20);
    }

    private static String batch(String call, int times) {
        return Collections.nCopies(times, call).stream().collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "-7", "1.5", "1e3", "\"a\"", "\"\"", "null", "\"\\\"}\\u0000\"", "12345678901234567890"})
    void givesTheIdBackAsItCame(String id) {
        String body = "{\"id\":" + id + ",\"method\":\"Toolbox.sum\",\"params\":[1,2],\"jsonrpc\":\"2.0\"}";

        assertThat(peer.json(body).body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":3,\"id\":" + id + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"Toolbox.sum\",\"params\":[1,2],\"id\":true}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"Toolbox.sum\",\"params\":[1,2],\"id\":[1]}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"Toolbox.sum\",\"params\":7,\"id\":null}",
                "{\"jsonrpc\":\"1.0\",\"method\":\"Toolbox.sum\",\"params\":[1,2],\"id\":null}",
                "{\"jsonrpc\":2.0,\"method\":\"Toolbox.sum\",\"params\":[1,2],\"id\":null}",
                "{\"method\":\"Toolbox.sum\",\"params\":[1,2]}",
                "\"Toolbox.sum\"",
                "null"
            })
    void refusesWhatIsNoRequest(String body) {
        assertThat(peer.json(body).json())
                .isEqualTo(
                        RpcPeer.tree("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"Invalid Request\"},"
                                + "\"id\":null}"));
    }

    @Test
    void refusesAnIdThatIsTooLong() {
        String body = "{\"jsonrpc\":\"2.0\",\"method\":\"Toolbox.sum\",\"params\":[1,2]," + "\"id\":\""
                + "x".repeat(199) + "\"}";

        assertThat(peer.json(body).json().path("error").path("code").asInt()).isEqualTo(-32600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"method\":\"b\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"Toolbox.sum\",\"params\":[1,2],\"id\":1} x",
                "{\"jsonrpc\":\"2.0\",\"method\":\"Toolbox.sum\",\"params\":[1,2],\"id\":1}{}",
                "",
                "\u0000",
                "NaN"
            })
    void cannotParseWhatIsNotOneJsonValue(String body) {
        assertThat(peer.json(body).json().path("error").path("code").asInt()).isEqualTo(-32700);
    }

    @Test
    void refusesWhatIsNotUtf8OrTooDeepOrHasTooManyParts() {
        byte[] utf16 = "{\"jsonrpc\":\"2.0\",\"method\":\"Toolbox.sum\",\"params\":[1,2],\"id\":1}"
                .getBytes(StandardCharsets.UTF_16BE);
        assertThat(peer.send("POST", "/json", utf16)
                        .json()
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(-32700);
        assertThat(call("BankApi.text", "[" + "[".repeat(200) + "]".repeat(200) + "]")
                        .status())
                .isEqualTo(400);
        assertThat(call("BankApi.text", "[" + "1,".repeat(5000) + "1]")
                        .json()
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(-32600);
    }

    @Test
    void takesALongListAsOneArgument() {
        String parts = Stream.generate(() -> "{\"name\":\"p\",\"amount\":1,\"parts\":[]}")
                .limit(2000)
                .collect(Collectors.joining(","));

        RpcPeer.Said said = call("BankApi.echo", "[{\"name\":\"a\",\"amount\":1,\"parts\":[" + parts + "]},1]");

        assertThat(said.json().path("result").path("parts")).hasSize(2000);
    }

    @Test
    void inflatesBodiesWithinTheLimitAndCompressesAnswers() throws IOException {
        String text = "x".repeat(50_000);
        String body = "{\"jsonrpc\":\"2.0\",\"method\":\"BankApi.text\",\"params\":[\"" + text + "\"],\"id\":1}";

        RpcPeer.Said said =
                peer.send("POST", "/json", gzip(body), "Content-Encoding", "gzip", "Accept-Encoding", "gzip");

        assertThat(said.whole().headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(said.whole().body()).hasSizeLessThan(5000);
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(said.whole().body())).readAllBytes();
        assertThat(RpcPeer.tree(new String(plain, StandardCharsets.UTF_8))
                        .path("result")
                        .asString())
                .isEqualTo(text);
    }

    @Test
    void refusesABombAndWhatIsNoGzip() throws IOException {
        byte[] bomb = gzip(" ".repeat(MAX_BODY + 1));

        assertThat(peer.send("POST", "/json", bomb, "Content-Encoding", "gzip").status())
                .isEqualTo(413);
        assertThat(peer.json("{}", "Content-Encoding", "gzip").status()).isEqualTo(400);
        assertThat(peer.json("{}", "Content-Encoding", "br").status()).isEqualTo(400);
    }

    @Test
    void leavesErrorsAsTheyAreSoThatAnyClientReadsThem() {
        String wrong = "{\"name\":\" \",\"amount\":0,\"parts\":[]}";
        String params = "[{\"name\":\" \",\"amount\":1,\"parts\":[" + (wrong + ",").repeat(50) + wrong + "]},1]";

        RpcPeer.Said said = call("BankApi.echo", params, "Accept-Encoding", "gzip");

        assertThat(said.status()).isEqualTo(422);
        assertThat(said.json().path("error").path("data").path("error")).hasSize(100);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void lowersNoGuardForPagesOfOthers() {
        String form = "application/x-www-form-urlencoded";

        assertThat(call("BankApi.keep", "[\"a\"]", "Content-Type", form).status())
                .isEqualTo(200);
        assertThat(call("BankApi.keep", "[\"b\"]", "Content-Type", form, "Origin", "http://evil.example")
                        .status())
                .isEqualTo(415);
        assertThat(call("BankApi.keep", "[\"c\"]", "Origin", "http://evil.example")
                        .status())
                .isEqualTo(415);
        assertThat(bank.kept()).containsExactly("a");
    }

    @Test
    void hasNoScriptsUnlessTheSettingsSaySo() {
        assertThat(peer.send("GET", "/jsonp?callback=f&method=Toolbox.sum", new byte[0])
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesTwoMethodsOfOneName() {
        RpcTable table = methods -> methods.add("A.a", true, List.of(), RpcCall::done);

        assertThatThrownBy(() -> RpcRoutes.of("bank", RpcSettings.standard(), Metrics.create(), List.of(table, table)))
                .hasMessage("the name A.a is in two tables");
    }
}
