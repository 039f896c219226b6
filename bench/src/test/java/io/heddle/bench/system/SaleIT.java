package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.bench.proof.Plan;
import io.heddle.bench.proof.Proof;
import io.heddle.testkit.server.MariaDb;
import io.heddle.testkit.server.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The flash sale as processes that are killed, stopped, doubled and given the wrong disk.
@Timeout(3600)
final class SaleIT {
    private static final boolean LONG = "long".equals(System.getProperty("heddle.prove"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"journal, 50", "redis, 6"})
    void killsTakeNothingBack(String engine, int kills) {
        int all = LONG ? 20 * kills : kills;
        Plan plan = new Plan(
                Fleet.jar("seckill"),
                engine,
                2,
                40,
                all,
                engine.equals("journal"),
                Long.getLong("heddle.seed", 4711),
                Optional.of(Fleet.ROOT.resolve("bench/target/proof-" + engine + ".html")),
                Duration.ofMinutes(LONG ? 55 : 6));
        List<String> said = new ArrayList<>();

        boolean right = Proof.of(plan, said::add);

        said.forEach(System.out::println);
        assertThat(right).as(String.join("\n", said)).isTrue();
    }

    @Test
    void theSaleGoesOnWhileTheDatabaseIsStoppedAndItsOrdersComeAfterwardsEachOnce() {
        int units = 500;
        try (MariaDb maria = MariaDb.start()) {
            Schema schema = maria.schema();
            try (Shop shop = Shop.open(folder, Shop.on(schema))) {
                long sale = shop.sale(units);
                maria.server().pause();
                long end = System.nanoTime() + Duration.ofSeconds(LONG ? 60 : 6).toNanos();
                int user = 0;
                while (System.nanoTime() - end < 0) {
                    String expected = user < units ? "WON" : "SOLD_OUT";
                    user++;
                    assertThat(shop.claim(sale, user).path("status").asString()).isEqualTo(expected);
                }
                maria.server().resume();

                shop.awaitOrders(sale, Math.min(user, units));

                List<String> rows = maria.sql("SELECT order_id, user_id FROM " + schema.user() + ".orders")
                        .lines()
                        .sorted()
                        .toList();
                assertThat(rows).doesNotHaveDuplicates().hasSize(Math.min(user, units));
            }
        }
    }

    @Test
    void aSecondProcessOnTheSameFolderIsRefused() {
        try (Shop shop = Shop.open(folder, Map.of("database.url", "jdbc:h2:mem:one"))) {
            long sale = shop.sale(1);

            assertThatThrownBy(shop::restartActivity).hasMessageContaining("is open already");

            assertThat(shop.claim(sale, 1).path("won").asBoolean()).isTrue();
        }
    }

    @Test
    void anOlderJournalThanTheOrdersIsRefusedAtTheStart() {
        try (Shop shop = Shop.open(folder, Map.of())) {
            long sale = shop.sale(10);
            Path older = sellAfterCopying(shop, sale, "activity/sale");
            put(older, folder.resolve("activity/sale"));

            assertThatThrownBy(shop::restartActivity).hasMessageContaining("put the right journal back");
        }
    }

    @Test
    void aServiceThatIsAllOlderThanTheOrdersSellsNothing() {
        try (Shop shop = Shop.open(folder, Map.of())) {
            long sale = shop.sale(10);
            Path older = sellAfterCopying(shop, sale, "activity");
            put(older, folder.resolve("activity"));

            shop.restartActivity();

            String url = shop.activity().url().toString();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Web.status(url + "/observe/ready") == 503);
            assertThat(Web.status(shop.claims(sale) + "/1")).isEqualTo(503);
            assertThat(Web.get(url + "/observe/health").body()).contains("put the right journal back");
        }
    }

    /// Copies what there is, sells all, and stops the service once it knows that the orders have it.
    private Path sellAfterCopying(Shop shop, long sale, String what) {
        Path older = folder.resolve("older");
        shop.activity().stop();
        copy(folder.resolve(what), older);
        shop.restartActivity();
        Buyers.ask(shop.claims(sale), 10);
        shop.awaitApplied(sale);
        shop.activity().stop();
        return older;
    }

    private static void put(Path from, Path to) {
        delete(to);
        copy(from, to);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
