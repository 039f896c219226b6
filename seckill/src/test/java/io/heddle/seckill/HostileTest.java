package io.heddle.seckill;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.seckill.activity.ActivityApi.Activity;
import io.heddle.seckill.activity.Shop;
import io.heddle.testkit.hostile.Ask;
import io.heddle.testkit.hostile.Findings;
import io.heddle.testkit.hostile.Hostile;
import io.heddle.testkit.server.Schema;
import io.heddle.testkit.system.HeddleTest;
import io.heddle.testkit.system.TestSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Broken requests of all kinds, at random.
@HeddleTest
final class HostileTest {
    private static final int CONNECTIONS = 600;
    private static final long SEED = 4;

    @Test
    void nothingThatAClientSendsToTheSalesIsAFaultOfOurs(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        shop.product(Map.of());
        int port = shop.activity(Map.of()).port();
        Activity sale = shop.sale(1_000_000);
        String path = "/activities/" + sale.id();
        Hostile attacker = Hostile.knowing(List.of(
                new Ask("POST", path + "/seckill", "{\"user_id\":123}"),
                new Ask("POST", path + "/seckill", "{\"user_id\":\"Ada\"}"),
                Ask.of("GET", path + "/seckill/Ada"),
                Ask.of("GET", path + "/events?after=0&limit=10"),
                new Ask("POST", path + "/orders/1/settle", "{\"standing\":\"PAID\"}"),
                Ask.of("GET", path)));

        Findings findings = attacker.attack(port, CONNECTIONS, SEED);

        assertThat(findings.faults()).isEmpty();
        assertThat(shop.activities().activity(sale.id())).isPresent();
    }
}
