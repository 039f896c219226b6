package io.heddle.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.testkit.load.Load;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TestServiceTest {
    private static String greet(String name) {
        if (name.equals("nobody")) {
            throw ServiceException.invalid("name", "must be somebody");
        }
        return "Hello, " + name;
    }

    @Test
    void servesAContractToItsTypedClient() {
        try (TestService<GreetingApi> service = TestService.serving(GreetingApi.class, TestServiceTest::greet)) {
            assertThat(service.client().greet("Ada & Grace")).isEqualTo("Hello, Ada & Grace");
            assertThatThrownBy(() -> service.client().greet("nobody"))
                    .isInstanceOfSatisfying(
                            ServiceException.class, e -> assertThat(e.status()).isEqualTo(Status.BAD_REQUEST));
        }
    }

    @Test
    void refusesWhatIsNoContractAndSettingsThatAreUnknown() {
        assertThatThrownBy(() -> TestService.serving(Runnable.class, () -> {}))
                .hasMessageContaining("java.lang.Runnable is no @HttpApi");
        assertThatThrownBy(() ->
                        TestService.serving(GreetingApi.class, TestServiceTest::greet, Map.of("server.prot", "1")))
                .hasMessageContaining("unknown setting server.prot");
    }

    @Test
    void aLoadCountsAnswersAndNamesFailures() {
        try (TestService<GreetingApi> service = TestService.serving(GreetingApi.class, TestServiceTest::greet);
                Load good = load(service, "/greet/Ada");
                Load bad = load(service, "/nothing/here")) {
            Awaitility.await().until(() -> good.answers() >= 100 && bad.answers() >= 100);
            good.stop();
            bad.stop();
            assertThat(good.failures()).isEmpty();
            assertThat(good.percentile(0.5)).isPositive();
            assertThat(bad.failures()).hasSize((int) bad.answers()).allMatch(line -> line.contains("404"));
        }
    }

    private static Load load(TestService<GreetingApi> service, String path) {
        return Load.start(URI.create(service.url() + path), 4, Duration.ofSeconds(30));
    }
}
