package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.testkit.process.ServiceProcess;
import io.heddle.testkit.server.MariaDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The seven requirements of the flash sale, one by one, on real processes.
@Timeout(240)
final class RequirementsIT {
    private static final int UNITS = 50;
    private static final int USERS_PER_UNIT = 100;

    @TempDir
    Path folder;

    @Test
    void requirement1AUserIdGoesInAndWonOrNotComesOut() {
        try (Shop shop = Shop.open(folder, Map.of())) {
            long sale = shop.sale(1);

            JsonNode first = shop.claim(sale, "\"ada\"");
            JsonNode second = shop.claim(sale, 17);

            assertThat(first.path("won").asBoolean()).isTrue();
            assertThat(first.path("status").asString()).isEqualTo("WON");
            assertThat(first.path("order_id").asString()).isEqualTo(sale + "-000001");
            assertThat(second.path("won").asBoolean()).isFalse();
            assertThat(second.path("status").asString()).isEqualTo("SOLD_OUT");
        }
    }

    @Test
    void requirement2ExactlyTheStockIsSold() {
        try (Shop shop = Shop.open(folder, Map.of())) {
            long sale = shop.sale(UNITS);

            Buyers buyers = Buyers.ask(shop.claims(sale), UNITS * USERS_PER_UNIT);

            assertThat(new HashSet<>(buyers.winners().values())).hasSize(UNITS);
            assertThat(shop.tally(sale).path("held").asInt()).isEqualTo(UNITS);
            assertThat(shop.tally(sale).path("available").asInt()).isZero();
            shop.awaitOrders(sale, UNITS);
        }
    }

    @Test
    void requirement3EachUserAsksTwiceAtOnceAndGetsOneItemAtMost() {
        try (Shop shop = Shop.open(folder, Map.of())) {
            long sale = shop.sale(UNITS);

            Buyers buyers = Buyers.ask(shop.claims(sale), UNITS * USERS_PER_UNIT);

            assertThat(buyers.told().values()).allMatch(each -> each.size() == 2);
            assertThat(buyers.winners()).hasSize(UNITS);
            assertThat(buyers.statuses())
                    .as("a winner hears of it twice, and never that all is sold")
                    .containsEntry("WON", (long) UNITS)
                    .containsEntry("ALREADY_WON", (long) UNITS)
                    .containsEntry("SOLD_OUT", 2L * UNITS * (USERS_PER_UNIT - 1));
        }
    }

    @Test
    void requirement4AHundredTimesAsManyUsersAskAsThereAreUnits() {
        try (Shop shop = Shop.open(folder, Map.of())) {
            long sale = shop.sale(UNITS);

            Buyers buyers = Buyers.ask(shop.claims(sale), UNITS * USERS_PER_UNIT);

            assertThat(buyers.told()).as("everybody is told").hasSize(UNITS * USERS_PER_UNIT);
            assertThat(buyers.winners()).hasSize(UNITS);
        }
    }

    /// The one requirement that is a ratio: both run beside each other, in turns, on the same machine and disk.
    @Test
    void requirement5ItIsAtLeastTwiceAsFastAsTheDatabase() {
        try (MariaDb maria = MariaDb.start()) {
            Map<String, String> byDatabase = new HashMap<>(Shop.on(maria.schema()));
            byDatabase.put("sale.engine", "SQL");
            byDatabase.put("sale.sql_form", "CLASSIC");
            try (Shop ours = Shop.open(folder.resolve("ours"), Shop.on(maria.schema()));
                    Shop theirs = Shop.open(folder.resolve("theirs"), byDatabase)) {
                Duration us = Duration.ZERO;
                Duration them = Duration.ZERO;
                for (int round = 0; round < 3; round++) {
                    us = us.plus(allWin(ours));
                    them = them.plus(allWin(theirs));
                }
                System.out.println("3,000 wins asked for twice: journal " + us + ", MariaDB " + them);
                assertThat(them).isGreaterThan(us.multipliedBy(2));
            }
        }
    }

    private static Duration allWin(Shop shop) {
        int units = 1000;
        Buyers buyers = Buyers.ask(shop.claims(shop.sale(units)), units);
        assertThat(buyers.winners()).hasSize(units);
        return buyers.took();
    }

    @Test
    void requirement6WhatWasToldIsOnDiskAndCanBeAskedForAfterAKill() {
        int units = 20;
        try (Shop shop = Shop.open(folder, Map.of())) {
            long sale = shop.sale(units);
            Map<Integer, String> winners =
                    Buyers.ask(shop.claims(sale), 2 * units).winners();

            shop.killActivity();

            assertThat(winners).hasSize(units);
            winners.forEach((user, order) -> assertThat(
                            shop.standing(sale, user).path("order_id").asString())
                    .isEqualTo(order));
            for (int user = 1; user <= 2 * units; user++) {
                assertThat(shop.claim(sale, user).path("won").asBoolean()).isEqualTo(winners.containsKey(user));
            }
        }
    }

    @Test
    void requirement7OneMachineWillDoAndNoOtherServerIsOnTheWayOfAClaim() {
        try (MariaDb maria = MariaDb.start();
                Shop shop = Shop.open(folder, Shop.on(maria.schema()))) {
            long sale = shop.sale(10);
            for (ServiceProcess other : List.of(shop.product(), shop.order())) {
                other.kill();
            }
            maria.server().kill();

            Buyers buyers = Buyers.ask(shop.claims(sale), 100);

            assertThat(buyers.winners()).hasSize(10);
        }
    }
}
