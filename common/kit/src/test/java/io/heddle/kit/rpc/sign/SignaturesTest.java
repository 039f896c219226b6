package io.heddle.kit.rpc.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignaturesTest {
    private static final String SECRET = "0123456789abcdef";
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    private final Signatures caller = new Signatures(SECRET, SKEW, 1, clock::get);
    private final Signatures service = new Signatures(SECRET, SKEW, 3, clock::get);

    private static Message message(String body) {
        return new Message("calc", "POST", "/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(Message message, Proof proof, String why) {
        assertThatThrownBy(() -> service.verify(message, proof))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.status()).isEqualTo(Status.UNAUTHORIZED))
                .hasMessage(why);
    }

    @Test
    void takesWhatWasSignedWithTheSameSecretOnce() {
        Proof proof = caller.sign(message("a"), "gateway");

        service.verify(message("a"), proof);

        refused(message("a"), proof, "the signature was used before");
    }

    @Test
    void signsTheTextThatIsDocumented() {
        Message message = message("{}");

        assertThat(new String(message.canonical("gateway", "1780315200000", "n".repeat(16)), StandardCharsets.UTF_8))
                .isEqualTo("HEDDLE-RPC-HMAC-SHA256\ncalc\nPOST\n/json\ngateway\n1780315200000\nnnnnnnnnnnnnnnnn\n"
                        + "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void refusesAnythingThatWasChanged() {
        Proof proof = caller.sign(message("a"), "gateway");
        String wrong = "the signature is wrong";

        refused(message("b"), proof, wrong);
        refused(new Message("bank", "POST", "/json", message("a").body()), proof, wrong);
        refused(new Message("calc", "GET", "/json", message("a").body()), proof, wrong);
        refused(new Message("calc", "POST", "/jsonp", message("a").body()), proof, wrong);
        refused(message("a"), new Proof("admin", proof.time(), proof.nonce(), proof.signature()), wrong);
        refused(message("a"), new Proof("gateway", proof.time() + "0", proof.nonce(), proof.signature()), wrong);
        refused(message("a"), new Proof("gateway", proof.time(), "n".repeat(16), proof.signature()), wrong);
        refused(
                message("a"),
                new Proof(
                        "gateway",
                        proof.time(),
                        proof.nonce(),
                        proof.signature().substring(1)),
                wrong);
        service.verify(message("a"), proof);
    }

    @Test
    void refusesAnotherSecret() {
        Signatures other = new Signatures("fedcba9876543210", SKEW, 1, clock::get);

        refused(message("a"), other.sign(message("a"), "gateway"), "the signature is wrong");
    }

    @ParameterizedTest
    @ValueSource(longs = {-60_001, 60_001, 3_600_000})
    void refusesWhatIsTooOldOrFromTheFuture(long later) {
        Proof proof = caller.sign(message("a"), "gateway");
        clock.set(NOW.plusMillis(later));

        refused(message("a"), proof, "the signature is too old, or from the future");
    }

    @ParameterizedTest
    @ValueSource(longs = {-60_000, 0, 60_000})
    void bearsAClockThatIsABitOff(long later) {
        Proof proof = caller.sign(message("a"), "gateway");
        clock.set(NOW.plusMillis(later));

        service.verify(message("a"), proof);
    }

    @Test
    void remembersASignatureForAsLongAsItCouldHold() {
        clock.set(NOW.plus(SKEW));
        Proof early = caller.sign(message("a"), "gateway");
        clock.set(NOW);
        service.verify(message("a"), early);

        clock.set(NOW.plus(SKEW.multipliedBy(2)));
        refused(message("a"), early, "the signature was used before");
    }

    @Test
    void takesNoMoreThanItCanRememberAndForgetsInTime() {
        for (int i = 0; i < 3; i++) {
            service.verify(message("a"), caller.sign(message("a"), "gateway"));
        }
        Proof fourth = caller.sign(message("a"), "gateway");
        assertThatThrownBy(() -> service.verify(message("a"), fourth))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.status()).isEqualTo(Status.UNAVAILABLE));

        clock.set(NOW.plus(SKEW.multipliedBy(2)).plusMillis(1));
        service.verify(message("a"), caller.sign(message("a"), "gateway"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "1"})
    void refusesAProofThatIsNotFormed(String odd) {
        Proof proof = caller.sign(message("a"), "gateway");
        String unsigned = "the call must be signed";

        refused(message("a"), new Proof(odd.equals("1") ? "" : odd, proof.time(), proof.nonce(), "x"), unsigned);
        refused(message("a"), new Proof("gateway", odd.equals("1") ? "-1" : odd, proof.nonce(), "x"), unsigned);
        refused(message("a"), new Proof("gateway", proof.time(), odd, "x"), unsigned);
    }
}
