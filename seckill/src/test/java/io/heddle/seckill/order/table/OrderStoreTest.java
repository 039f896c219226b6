package io.heddle.seckill.order.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.heddle.db.DatabaseSettings;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import io.heddle.seckill.activity.SaleApi.Kind;
import io.heddle.seckill.activity.SaleApi.Step;
import io.heddle.seckill.activity.Tampering;
import io.heddle.seckill.order.table.OrderStore.Filter;
import io.heddle.seckill.order.table.OrderStore.Places;
import io.heddle.seckill.order.table.OrderStore.Progress;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.tables.Tables;
import io.heddle.testkit.server.Schema;
import io.heddle.testkit.system.HeddleTest;
import io.heddle.testkit.system.OnMariaDb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Events are applied to a real table.
@HeddleTest
final class OrderStoreTest {
    private static final Instant T = Instant.parse("2026-01-01T00:00:00.123Z");

    /// A story that is told on both databases.
    private interface Story {
        void on(OrderStore store);
    }

    private static void tell(Schema schema, Story story) {
        Map<String, String> settings = Map.of(
                "database.url", schema.url(),
                "database.user", schema.user(),
                "database.password", schema.password(),
                "registry.urls", "");
        Service service = Service.of("order", Map.of("database", DatabaseSettings.class), Sources.of(settings));
        try (Tables tables = Tables.of("order", service).start()) {
            story.on(new OrderStore(tables));
        }
    }

    private static Step won(long number, long place, String user) {
        return new Step(
                number,
                T.plusMillis(number),
                Kind.WON,
                Optional.of(place),
                Optional.of(user),
                Optional.of(T.plusSeconds(900)),
                Optional.empty());
    }

    private static Step settled(long number, long place, Standing how) {
        return new Step(
                number,
                T.plusMillis(number),
                Kind.SETTLED,
                Optional.of(place),
                Optional.empty(),
                Optional.empty(),
                Optional.of(how));
    }

    private static Step arranged(long number) {
        return new Step(
                number, T, Kind.ARRANGED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<Step> usual() {
        return List.of(
                arranged(1),
                won(2, 1, "Ada"),
                won(3, 2, "ada"),
                settled(4, 1, Standing.PAID),
                won(5, 3, "\"'\\;--"),
                settled(6, 2, Standing.EXPIRED));
    }

    private static List<OrderRow> rows(OrderStore store) {
        List<OrderRow> rows = new ArrayList<>();
        store.look(7, new Places(1, Long.MAX_VALUE), rows::add);
        return rows;
    }

    @Test
    void appliesEachEventOnceOnH2(Schema schema) {
        tell(schema, OrderStoreTest::appliesEachEventOnce);
    }

    @Test
    void appliesEachEventOnceOnMariaDb(@OnMariaDb Schema schema) {
        tell(schema, OrderStoreTest::appliesEachEventOnce);
    }

    private static void appliesEachEventOnce(OrderStore store) {
        Progress whole = new Progress(7, 6, 3);
        assertThat(store.apply(7, usual().subList(0, 3))).isEqualTo(new Progress(7, 3, 2));
        assertThat(store.apply(7, usual())).isEqualTo(whole);
        List<OrderRow> rows = rows(store);
        assertThat(store.apply(7, usual())).isEqualTo(whole);
        assertThat(store.apply(7, usual().subList(0, 2))).isEqualTo(whole);

        assertThat(rows(store)).isEqualTo(rows);
        assertThat(rows)
                .extracting(OrderRow::userId, OrderRow::orderId, OrderRow::standing)
                .containsExactly(
                        tuple("Ada", "7-000001", Standing.PAID),
                        tuple("ada", "7-000002", Standing.EXPIRED),
                        tuple("\"'\\;--", "7-000003", Standing.HELD));
        assertThat(rows.getFirst().won()).isEqualTo(T.plusMillis(2));
        assertThat(rows.getFirst().settled()).contains(T.plusMillis(4));
        assertThat(store.list(new Filter(Optional.of("Ada"), Optional.empty()), 1, 9)
                        .items())
                .containsExactly(rows.getFirst());
        assertThat(store.find("7-000003")).contains(rows.getLast());
        assertThat(store.progress()).containsExactly(whole);
    }

    @Test
    void refusesWhatDiffersAndChangesNothingOnH2(Schema schema) {
        tell(schema, OrderStoreTest::refusesWhatDiffers);
    }

    @Test
    void refusesWhatDiffersAndChangesNothingOnMariaDb(@OnMariaDb Schema schema) {
        tell(schema, OrderStoreTest::refusesWhatDiffers);
    }

    private static void refusesWhatDiffers(OrderStore store) {
        store.apply(7, usual());
        List<OrderRow> rows = rows(store);
        for (Step wrong : List.of(
                won(7, 1, "Bob"),
                won(7, 4, "Ada"),
                won(7, 1, "Ada"),
                settled(7, 1, Standing.CANCELLED),
                settled(7, 9, Standing.PAID),
                won(8, 4, "Bob"))) {
            assertThatThrownBy(() -> store.apply(7, List.of(wrong)))
                    .as("%s", wrong)
                    .isInstanceOf(OrdersDifferException.class);
        }
        assertThat(rows(store)).isEqualTo(rows);
        assertThat(store.progress()).containsExactly(new Progress(7, 6, 3));
    }

    @Test
    void takesRowsThatAreThereAlreadyAndTheSame(@OnMariaDb Schema schema) {
        tell(schema, store -> {
            store.apply(7, usual());
            List<OrderRow> rows = rows(store);
            Tampering.with(schema).sql("delete from sale_progress");
            assertThat(store.apply(7, usual())).isEqualTo(new Progress(7, 6, 3));
            assertThat(rows(store)).isEqualTo(rows);
        });
    }

    @Test
    void appliesAThousandAtOnce(@OnMariaDb Schema schema) {
        tell(schema, store -> {
            List<Step> steps = new ArrayList<>();
            for (int i = 1; i <= 1000; i++) {
                steps.add(won(i, i, Integer.toString(i)));
            }
            assertThat(store.apply(7, steps)).isEqualTo(new Progress(7, 1000, 1000));
            assertThat(rows(store)).hasSize(1000);
        });
    }
}
