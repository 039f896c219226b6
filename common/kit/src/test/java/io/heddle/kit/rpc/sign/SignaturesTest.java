package io.heddle.kit.rpc.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.rpc.RpcSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignaturesTest {
    private static final String SECRET = "0123456789abcdef";
    private static final String HERE = "127.0.0.1:8080";
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    private final Signatures caller = new Signatures(SECRET, SKEW, 1, clock::get);
    private final Signatures service = new Signatures(SECRET, SKEW, 3, clock::get);

    private Proof signed() {
        return caller.sign(message("a"), "gateway", HERE);
    }

    private static Message message(String body) {
        return new Message("calc", "POST", "/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(Message message, Proof proof, String why) {
        assertThatThrownBy(() -> service.verify(message, proof, HERE::equals))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.status()).isEqualTo(Status.UNAUTHORIZED))
                .hasMessage(why);
    }

    @Test
    void takesWhatWasSignedWithTheSameSecretOnce() {
        Proof proof = signed();

        service.verify(message("a"), proof, HERE::equals);

        refused(message("a"), proof, "the signature was used before");
    }

    @Test
    void signsTheTextThatIsDocumented() {
        Message message = message("{}");

        assertThat(new String(
                        message.canonical(HERE, "gateway", "1780315200000", "n".repeat(16)), StandardCharsets.UTF_8))
                .isEqualTo("HEDDLE-RPC-HMAC-SHA256\ncalc\n127.0.0.1:8080\n"
                        + "POST\n/json\ngateway\n1780315200000\nnnnnnnnnnnnnnnnn\n"
                        + "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void refusesAnythingThatWasChanged() {
        Proof proof = signed();
        String wrong = "the signature is wrong";

        refused(message("b"), proof, wrong);
        refused(new Message("bank", "POST", "/json", message("a").body()), proof, wrong);
        refused(new Message("calc", "GET", "/json", message("a").body()), proof, wrong);
        refused(new Message("calc", "POST", "/jsonp", message("a").body()), proof, wrong);
        refused(message("a"), new Proof(HERE, "admin", proof.time(), proof.nonce(), proof.signature()), wrong);
        refused(message("a"), new Proof(HERE, "gateway", proof.time() + "0", proof.nonce(), proof.signature()), wrong);
        refused(message("a"), new Proof(HERE, "gateway", proof.time(), "n".repeat(16), proof.signature()), wrong);
        refused(
                message("a"),
                new Proof(
                        HERE,
                        "gateway",
                        proof.time(),
                        proof.nonce(),
                        proof.signature().substring(1)),
                wrong);
        service.verify(message("a"), proof, HERE::equals);
    }

    @Test
    void refusesAnotherSecret() {
        Signatures other = new Signatures("fedcba9876543210", SKEW, 1, clock::get);

        refused(message("a"), other.sign(message("a"), "gateway", HERE), "the signature is wrong");
    }

    @ParameterizedTest
    @ValueSource(longs = {-60_001, 60_001, 3_600_000})
    void refusesWhatIsTooOldOrFromTheFuture(long later) {
        Proof proof = signed();
        clock.set(NOW.plusMillis(later));

        refused(message("a"), proof, "the signature is too old, or from the future");
    }

    @ParameterizedTest
    @ValueSource(longs = {-60_000, 0, 60_000})
    void bearsAClockThatIsABitOff(long later) {
        Proof proof = signed();
        clock.set(NOW.plusMillis(later));

        service.verify(message("a"), proof, HERE::equals);
    }

    @Test
    void remembersASignatureForAsLongAsItCouldHold() {
        clock.set(NOW.plus(SKEW));
        Proof early = signed();
        clock.set(NOW);
        service.verify(message("a"), early, HERE::equals);

        clock.set(NOW.plus(SKEW.multipliedBy(2)));
        refused(message("a"), early, "the signature was used before");
    }

    @Test
    void takesNoMoreThanItCanRememberAndForgetsInTime() {
        for (int i = 0; i < 3; i++) {
            service.verify(message("a"), signed(), HERE::equals);
        }
        Proof fourth = signed();
        assertThatThrownBy(() -> service.verify(message("a"), fourth, HERE::equals))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.status()).isEqualTo(Status.UNAVAILABLE));

        clock.set(NOW.plus(SKEW));
        assertThatThrownBy(() -> service.verify(message("a"), fourth, HERE::equals))
                .hasMessage("too many calls were signed of late");
        clock.set(NOW.plus(SKEW).plusSeconds(1));
        service.verify(message("a"), signed(), HERE::equals);
    }

    @Test
    void takesThousandsOfCallsASecondForMinutesAsItIsSetByDefault() {
        Signatures busy = new Signatures(SECRET, SKEW, RpcSettings.standard().nonces() / 100, clock::get);
        for (int second = 0; second < 150; second++) {
            clock.set(NOW.plusSeconds(second));
            for (int i = 0; i < 150; i++) {
                busy.verify(message("a"), signed(), HERE::equals);
            }
        }
        Proof last = signed();
        busy.verify(message("a"), last, HERE::equals);
        assertThatThrownBy(() -> busy.verify(message("a"), last, HERE::equals))
                .hasMessage("the signature was used before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "1"})
    void refusesAProofThatIsNotFormed(String odd) {
        Proof proof = signed();
        String unsigned = "the call must be signed";

        refused(message("a"), new Proof(HERE, odd.equals("1") ? "" : odd, proof.time(), proof.nonce(), "x"), unsigned);
        refused(message("a"), new Proof(HERE, "gateway", odd.equals("1") ? "-1" : odd, proof.nonce(), "x"), unsigned);
        refused(message("a"), new Proof(HERE, "gateway", proof.time(), odd, "x"), unsigned);
        refused(message("a"), new Proof(odd, "gateway", proof.time(), proof.nonce(), "x"), unsigned);
    }

    @Test
    void takesNothingThatWasSignedForAnotherInstance() {
        Proof proof = caller.sign(message("a"), "gateway", "127.0.0.1:8081");
        Proof renamed = new Proof(HERE, proof.caller(), proof.time(), proof.nonce(), proof.signature());

        refused(message("a"), proof, "the signature is for another instance");
        refused(message("a"), renamed, "the signature is wrong");
    }

    @Test
    void takesNothingAgainAfterARestart() {
        Proof proof = signed();
        service.verify(message("a"), proof, HERE::equals);
        clock.set(NOW.plusMillis(1));
        Signatures restarted = new Signatures(SECRET, SKEW, 3, clock::get);

        assertThatThrownBy(() -> restarted.verify(message("a"), proof, HERE::equals))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.status()).isEqualTo(Status.UNAUTHORIZED))
                .hasMessage("the signature is from before the start of this instance");
        restarted.verify(message("a"), signed(), HERE::equals);
    }
}
