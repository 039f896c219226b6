package io.heddle.blog.blogger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void keepsNobodyWaitingLongerThanItIsSetTo() throws InterruptedException {
        Passwords passwords = new Passwords(new BloggerSettings(14, 1, SHORT));
        Thread slow = Thread.ofVirtual().start(() -> passwords.match("a", Optional.empty()));
        while (passwords.free()) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> passwords.hash("b")).isInstanceOfSatisfying(ServiceException.class, e -> {
            assertThat(e.status()).isEqualTo(Status.UNAVAILABLE);
            assertThat(e.code()).isEqualTo(Passwords.BUSY);
        });
        slow.join();
        assertThat(passwords.free()).isTrue();
    }

    @Test
    void waitsForATurnThatComesInTime() throws InterruptedException {
        Passwords passwords = new Passwords(new BloggerSettings(10, 1, LONG));
        Thread slow = Thread.ofVirtual().start(() -> passwords.match("a", Optional.empty()));

        assertThat(passwords.match("b", Optional.of(passwords.hash("b")))).isTrue();
        slow.join();
    }

    @Test
    void refusesAWaitThatIsNone() {
        assertThatThrownBy(() -> new BloggerSettings(10, 1, Duration.ZERO)).hasMessageContaining("hashing_wait");
    }
}
