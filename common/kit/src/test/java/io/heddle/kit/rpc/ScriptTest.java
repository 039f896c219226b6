package io.heddle.kit.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls by name from a script of a page.
final class ScriptTest {
    private final Bank bank = new Bank();
    private final RpcPeer peer =
            new RpcPeer(RpcSettings.standard().withJsonp(), new BankApiRpc(bank), new ToolboxRpc());

    @AfterEach
    void close() {
        peer.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private RpcPeer.Said get(String callback, String method, String params) {
        return peer.send(
                "GET",
                "/jsonp?callback=" + encoded(callback) + "&method=" + encoded(method) + "&params=" + encoded(params),
                new byte[0]);
    }

    @Test
    void callsTheFunctionWithTheAnswer() {
        RpcPeer.Said said = get("my.app.show", "Toolbox.sum", "{\"left\":1,\"right_operand\":2}");

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.body()).isEqualTo("/**/my.app.show({\"jsonrpc\":\"2.0\",\"result\":3,\"id\":1});");
        assertThat(said.whole().headers().firstValue("Content-Type")).contains("application/javascript; charset=utf-8");
        assertThat(said.whole().headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void writesNothingThatEndsAScript() {
        RpcPeer.Said said = get("f", "BankApi.text", "[\"</script>\\u2028\"]");

        assertThat(said.body()).contains("\\u003c/script>\\u2028").doesNotContain("<", "\u2028");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alert(1)", "a;b", "a b", "1a", "a..b", "a.b.c.d.e", "a[0]", "<x>", "é", "a\nb"})
    void refusesACallbackThatIsMoreThanAName(String callback) {
        RpcPeer.Said said = get(callback, "Toolbox.sum", "[1,2]");

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.json().path("error").path(0).path("field").asString()).isEqualTo("callback");
    }

    @Test
    void refusesACallbackThatIsTooLong() {
        assertThat(get("a".repeat(64), "Toolbox.sum", "[1,2]").status()).isEqualTo(200);
        assertThat(get("a".repeat(65), "Toolbox.sum", "[1,2]").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2],\"method\":\"BankApi.keep\"", "[1", "", "1 2"})
    void takesNoMoreThanJsonForItsParams(String params) {
        assertThat(get("f", "Toolbox.sum", params).status()).isEqualTo(400);
        assertThat(bank.kept()).isEmpty();
    }

    @Test
    void changesNothingByAScriptThatAnyPageCanName() {
        assertThat(get("f", "BankApi.keep", "[\"x\"]").body()).contains("-32600", "call it at /json");
        assertThat(bank.kept()).isEmpty();
    }

    @Test
    void takesABodyFromThoseWhoMaySendOne() {
        byte[] body = "{\"jsonrpc\":\"2.0\",\"method\":\"BankApi.keep\",\"params\":[\"x\"],\"id\":7}"
                .getBytes(StandardCharsets.UTF_8);

        RpcPeer.Said said = peer.send("POST", "/jsonp?callback=f", body, "Content-Type", "application/json");

        assertThat(said.body()).isEqualTo("/**/f({\"jsonrpc\":\"2.0\",\"result\":null,\"id\":7});");
        assertThat(peer.send("POST", "/jsonp?callback=f", body, "Origin", "http://evil.example")
                        .body())
                .contains("must be application/json");
        assertThat(bank.kept()).hasSize(1);
    }
}
