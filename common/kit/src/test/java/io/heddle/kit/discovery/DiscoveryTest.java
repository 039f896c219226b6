package io.heddle.kit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.discovery.DiscoverySettings.DnsSettings;
import io.heddle.kit.discovery.DiscoverySettings.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class DiscoveryTest {
    private static DnsSettings dns(String server, Duration firstWait) {
        return dns(server, firstWait, Duration.ofMillis(20));
    }

    private static DnsSettings dns(String server, Duration firstWait, Duration refresh) {
        return new DnsSettings(
                server, "shop.test", "_http._tcp", 8080, false, refresh, Duration.ofMillis(300), firstWait);
    }

    private static Discovery by(Mode mode, Map<String, List<String>> listed) {
        return Discovery.open(
                new DiscoverySettings(mode, listed, dns("127.0.0.1:1", Duration.ZERO)),
                service -> new Targets(service, List.of(Target.of("registry", 1))));
    }

    private static Discovery asking(NameServer names) {
        return Discovery.open(
                new DiscoverySettings(Mode.DNS, Map.of(), dns(names.address(), Duration.ofSeconds(10))), Targets::none);
    }

    private static List<String> ids(Discovery discovery, String service) {
        return discovery.targets(service).all().stream().map(Target::id).toList();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void theRegistryIsAskedButForWhatIsListed() {
        try (Discovery discovery = by(Mode.REGISTRY, Map.of("calc", List.of("http://a:1", "https://b")))) {
            assertThat(ids(discovery, "calc")).containsExactly("a:1", "b:443");
            assertThat(ids(discovery, "blog")).containsExactly("registry:1");
        }
    }

    @Test
    void nobodyIsAskedWhereAllIsListed() {
        try (Discovery discovery = by(Mode.STATIC, Map.of("calc", List.of("http://a:1")))) {
            assertThat(ids(discovery, "calc")).containsExactly("a:1");
            assertThat(ids(discovery, "blog")).isEmpty();
        }
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        assertThatThrownBy(() -> by(Mode.STATIC, Map.of("calc", List.of("a:1"))))
                .hasMessageContaining("discovery.services.calc");
    }

    @Test
    void serviceRecordsOfTheBestPriorityCount() throws Exception {
        try (NameServer names = new NameServer();
                Discovery discovery = asking(names)) {
            names.srv(
                    "_http._tcp.calc.shop.test",
                    List.of(
                            new Object[] {10, 60, 9001, "a.shop.test"},
                            new Object[] {10, 0, 9002, "b.shop.test"},
                            new Object[] {20, 99, 9003, "c.shop.test"}));

            assertThat(discovery.targets("calc").all())
                    .containsExactly(
                            new Target("a.shop.test:9001", "a.shop.test", 9001, false, 60, ""),
                            new Target("b.shop.test:9002", "b.shop.test", 9002, false, 1, ""));
        }
    }

    @Test
    void withoutServiceRecordsTheAddressesCount() throws Exception {
        try (NameServer names = new NameServer();
                Discovery discovery = asking(names)) {
            names.address("calc.shop.test", List.of("10.0.0.2", "10.0.0.1"));

            assertThat(ids(discovery, "calc")).containsExactly("10.0.0.1:8080", "10.0.0.2:8080");
            assertThat(ids(discovery, "nobody")).isEmpty();
        }
    }

    @Test
    void aChangeIsFollowedAndASilenceIsNot() throws Exception {
        try (NameServer names = new NameServer();
                Discovery discovery = asking(names)) {
            names.address("calc.shop.test", List.of("10.0.0.1"));
            assertThat(ids(discovery, "calc")).containsExactly("10.0.0.1:8080");

            names.address("calc.shop.test", List.of("10.0.0.3"));
            await(() -> ids(discovery, "calc").contains("10.0.0.3:8080"));
            Targets last = discovery.targets("calc");
            names.silent(true);
            assertThat(discovery.targets("calc")).isSameAs(last);

            names.silent(false);
            names.address("calc.shop.test", List.of("10.0.0.4"));
            await(() -> ids(discovery, "calc").contains("10.0.0.4:8080"));
        }
    }

    @Test
    void aNameThatIsNowhereIsForgottenAndOneThatIsSomewhereIsNot() throws Exception {
        try (NameServer server = new NameServer()) {
            DnsSettings settings = dns(server.address(), Duration.ofSeconds(10));
            try (NamedServices names = new NamedServices(settings, new Dns(settings))) {
                server.address("calc.shop.test", List.of("10.0.0.1"));
                Targets known = names.targets("calc");
                for (int i = 0; i < 20; i++) {
                    assertThat(names.targets("made-up-" + i).all()).isEmpty();
                }

                await(() -> names.followed() == 1);
                assertThat(names.targets("calc")).isSameAs(known);
            }
        }
    }

    @Test
    void madeUpNamesLeaveRoomForServices() throws Exception {
        try (NameServer server = new NameServer()) {
            DnsSettings settings = dns(server.address(), Duration.ofSeconds(10), Duration.ofHours(1));
            try (NamedServices names = new NamedServices(settings, new Dns(settings))) {
                server.address("calc.shop.test", List.of("10.0.0.1"));
                for (int i = 0; i < 1100; i++) {
                    assertThat(names.targets("made-up-" + i).all()).isEmpty();
                }

                assertThat(names.targets("calc").all()).hasSize(1);
                assertThat(names.followed()).isLessThanOrEqualTo(1000);
            }
        }
    }

    @Test
    void aRecordOfNoHostSaysThatTheServiceIsNotOffered() throws Exception {
        try (NameServer names = new NameServer();
                Discovery discovery = asking(names)) {
            names.srv("_http._tcp.calc.shop.test", List.<Object[]>of(new Object[] {0, 0, 0, "."}));

            assertThat(discovery.targets("calc").all()).isEmpty();
        }
    }
}
