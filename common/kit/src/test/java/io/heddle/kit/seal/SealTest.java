package io.heddle.kit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] PLAIN = "hunter2".getBytes(StandardCharsets.UTF_8);

    private final Seal seal = Seal.under(new byte[Seal.KEY_BYTES]);

    @Test
    void opensWhatItSealedForTheSame() {
        byte[] sealed = seal.seal(PLAIN, "db/password");

        assertThat(seal.open(sealed, "db/password")).isEqualTo(PLAIN);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(seal.seal(PLAIN, "a")).isNotEqualTo(seal.seal(PLAIN, "a"));
    }

    @Test
    void opensNothingThatBelongsElsewhereWasChangedOrIsOfAnotherKey() {
        byte[] sealed = seal.seal(PLAIN, "a");
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        for (byte[] bad : new byte[][] {changed, Arrays.copyOf(sealed, 20), new byte[0], new byte[12]}) {
            assertThatThrownBy(() -> seal.open(bad, "a")).isInstanceOf(BrokenSealException.class);
        }
        assertThatThrownBy(() -> seal.open(sealed, "b")).isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> Seal.derived("token", "a").open(sealed, "a")).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void derivesTheSameKeyFromTheSameSecretAndPurpose() {
        byte[] sealed = Seal.derived("token", "snapshot").seal(PLAIN, "a");

        assertThat(Seal.derived("token", "snapshot").open(sealed, "a")).isEqualTo(PLAIN);
        assertThatThrownBy(() -> Seal.derived("token", "other").open(sealed, "a"))
                .isInstanceOf(BrokenSealException.class);
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> Seal.under(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }
}
