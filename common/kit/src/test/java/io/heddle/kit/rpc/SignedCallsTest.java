package io.heddle.kit.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.rpc.sign.Message;
import io.heddle.kit.rpc.sign.Proof;
import io.heddle.kit.rpc.sign.Signatures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A service that asks for signatures, over real HTTP.
final class SignedCallsTest {
    private static final String SECRET = "a secret of sixteen";
    private static final byte[] CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"BankApi.keep\",\"params\":[\"x\"],\"id\":1}"
            .getBytes(StandardCharsets.UTF_8);

    private final Bank bank = new Bank();
    private final RpcPeer peer = new RpcPeer(RpcSettings.standard().secret(SECRET), new BankApiRpc(bank));

    @AfterEach
    void close() {
        peer.close();
    }

    private String[] signed(String secret, InstantSource clock, String method, String target) {
        Signatures signatures = new Signatures(secret, Duration.ofSeconds(60), 1, clock);
        byte[] body = method.equals("GET") ? new byte[0] : CALL;
        Proof proof = signatures.sign(new Message("bank", method, target, body), "test", "localhost:" + peer.port());
        return proof.headers().entrySet().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .toArray(String[]::new);
    }

    private void refused(String[] headers) {
        RpcPeer.Said said = peer.send("POST", "/json", CALL, headers);

        assertThat(said.status()).isEqualTo(401);
        assertThat(said.json().path("error").path("code").asInt()).isEqualTo(-32001);
        assertThat(said.whole().headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void takesASignedCallOnceAndNoOther() {
        String[] headers = signed(SECRET, InstantSource.system(), "POST", "/json");

        assertThat(peer.send("POST", "/json", CALL, headers).status()).isEqualTo(200);
        refused(headers);
        assertThat(bank.kept()).hasSize(1);
    }

    @Test
    void refusesWhatIsUnsignedForgedOrExpired() {
        refused(new String[0]);
        refused(signed("another secret of 16", InstantSource.system(), "POST", "/json"));
        refused(signed(SECRET, InstantSource.offset(InstantSource.system(), Duration.ofMinutes(-5)), "POST", "/json"));
        refused(signed(SECRET, InstantSource.system(), "POST", "/other"));
        assertThat(bank.kept()).isEmpty();
    }

    @Test
    void tellsWhatThereIsOnlyToThoseWhoMayCall() {
        String[] headers = signed(SECRET, InstantSource.system(), "GET", "/rpc/_index");

        assertThat(peer.send("GET", "/rpc/_index", new byte[0]).status()).isEqualTo(401);
        assertThat(peer.send("GET", "/rpc/_index", new byte[0], headers).status())
                .isEqualTo(200);
    }

    @Test
    void hasNoDefaultSecretAndTakesNoShortOne() {
        assertThat(RpcSettings.standard().secret()).isEmpty();
        RpcSettings settings = RpcSettings.standard();
        assertThatThrownBy(() -> settings.secret("too short")).hasMessage("a secret must have at least 16 characters");
        assertThatThrownBy(() -> settings.secretOf("calc", "too short")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNoCallThatAnotherReplicaWasSent() {
        String[] headers;
        try (RpcPeer replica = new RpcPeer(RpcSettings.standard().secret(SECRET), new BankApiRpc(bank))) {
            headers = signed(SECRET, InstantSource.system(), "POST", "/json");
            RpcPeer.Said said = replica.send("POST", "/json", CALL, headers);
            assertThat(said.status()).isEqualTo(401);
            assertThat(said.body()).contains("the signature is for another instance");
        }
        assertThat(bank.kept()).isEmpty();
        assertThat(peer.send("POST", "/json", CALL, headers).status()).isEqualTo(200);
    }

    @Test
    void takesCallsForTheAddressesThatItIsSetToBeCalledBy() {
        String proxy = "localhost:" + peer.port();
        RpcSettings behind = RpcSettings.standard().secret(SECRET).addresses(proxy);

        try (RpcPeer replica = new RpcPeer(behind, new BankApiRpc(bank))) {
            String[] headers = signed(SECRET, InstantSource.system(), "POST", "/json");
            assertThat(replica.send("POST", "/json", CALL, headers).status()).isEqualTo(200);
        }
    }

    @Test
    void answersThatItIsBusyWhenItCanRememberNoMore() {
        RpcSettings few = RpcSettings.standard().secret(SECRET).nonces(1).addresses("localhost:" + peer.port());

        try (RpcPeer busy = new RpcPeer(few, new BankApiRpc(bank))) {
            String[] first = signed(SECRET, InstantSource.system(), "POST", "/json");
            String[] second = signed(SECRET, InstantSource.system(), "POST", "/json");
            assertThat(busy.send("POST", "/json", CALL, first).status()).isEqualTo(200);
            RpcPeer.Said said = busy.send("POST", "/json", CALL, second);
            assertThat(said.status()).isEqualTo(503);
            assertThat(said.body()).contains("too many calls were signed of late");
        }
    }
}
