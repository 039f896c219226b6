package io.heddle.bench.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a person does when the disk of the journal is lost.
@Timeout(240)
final class RepairIT {
    @TempDir
    Path folder;

    @Test
    void aLostJournalIsMadeAnewFromTheOrdersAndTheSaleGoesOn() throws IOException {
        try (Shop shop = Shop.open(folder, Map.of())) {
            long sale = shop.sale(5);
            List.of(1, 2, 3).forEach(user -> shop.claim(sale, user));
            Web.post(shop.order().url() + "/orders/" + sale + "-000001/pay", "{}");
            Web.post(shop.order().url() + "/orders/" + sale + "-000002/cancel", "{}");
            shop.awaitApplied(sale);
            shop.activity().stop();
            Path journal = folder.resolve("activity/sale");
            Files.move(journal, folder.resolve("lost"));
            assertThatThrownBy(shop::restartActivity).hasMessageContaining("heddle seckill rebuild");
            Files.move(journal, folder.resolve("of the vain start"));

            Shell.Result made = shop.command("rebuild", journal.toString());
            Shell.Result looked = shop.command("verify", journal.toString());

            assertThat(made.out()).contains("nobody can say", "RIGHT").doesNotContain("NOT RIGHT");
            assertThat(made.code()).isZero();
            assertThat(looked.out()).contains("held 1, paid 1, released 1").doesNotContain("NOT RIGHT");
            shop.restartActivity();
            assertThat(shop.standing(sale, 1).path("paid").asBoolean()).isTrue();
            assertThat(shop.standing(sale, 2).path("status").asString()).isEqualTo("RELEASED");
            assertThat(shop.claim(sale, 4).path("status").asString()).isEqualTo("ENDED");
            Web.post(shop.activity().url() + "/activities/" + sale + "/open", "{}");
            assertThat(shop.claim(sale, 4).path("order_id").asString()).isEqualTo(sale + "-000004");
            shop.awaitOrders(sale, 4);
            JsonNode health = Web.JSON.readTree(
                    Web.get(shop.order().url() + "/observe/health").body());
            assertThat(health.toString()).contains("\"alarms\":{}");
        }
    }

    @Test
    void aJournalThatIsInUseOrNotThereIsNotVerified() {
        try (Shop shop = Shop.open(folder, Map.of())) {
            shop.sale(1);

            assertThat(shop.command("verify", folder.resolve("activity/sale").toString())
                            .out())
                    .contains("is open already");
            assertThat(shop.command("verify", folder.resolve("nothing").toString())
                            .code())
                    .isNotZero();
        }
    }
}
