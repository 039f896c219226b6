package io.heddle.db;

import static io.heddle.db.Shop.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.reply.Page;
import io.heddle.db.Shop.Product;
import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.DuplicateKeyException;
import io.heddle.db.error.Reason;
import io.heddle.db.row.MismatchException;
import io.heddle.db.sql.Direction;
import io.heddle.db.sql.Table;
import io.heddle.db.watch.WatchSettings;
import io.heddle.kit.task.Deadline;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class SessionTest {
    private final Engine engine;
    private Shop shop;

    SessionTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        shop = Shop.open(engine.shop());
    }

    @AfterEach
    void close() {
        assertThat(shop.db().active()).isZero();
        shop.close();
    }

    @Test
    void anInsertGivesTheKeyThatTheDatabaseMade() {
        assertThat(shop.add("tea", 1)).isEqualTo(1);
        assertThat(shop.add("jam", 2)).isEqualTo(2);
    }

    @Test
    void anInsertWithoutAKeyOfTheDatabaseSaysSo() {
        shop.db().transaction(session -> session.update("create table plain (id int primary key)"));
        assertThatThrownBy(
                        () -> shop.db().transaction(session -> session.insert("insert into plain (id) values (?)", 7)))
                .isInstanceOf(MismatchException.class)
                .hasMessageContaining("made no key");
    }

    @Test
    void aRowIsReadAsARecord() {
        long id = shop.add("tea", 3);
        Product tea = shop.db()
                .read(session -> session.one(Product.class, PRODUCT.select().where("id", id)))
                .orElseThrow();
        assertThat(tea.name()).isEqualTo("tea");
        assertThat(tea.price()).isEqualByComparingTo("1.50");
        assertThat(tea.note()).isEmpty();
        assertThat(tea.visible()).isTrue();
    }

    @Test
    void noRowIsNoRecord() {
        Optional<Product> none = shop.db()
                .read(session -> session.one(Product.class, PRODUCT.select().where("id", 404)));
        assertThat(none).isEmpty();
    }

    @Test
    void moreThanOneRowIsNotOne() {
        shop.add("tea", 1);
        shop.add("jam", 1);
        assertThatThrownBy(() -> shop.db().read(session -> session.one(Product.class, PRODUCT.select())))
                .isInstanceOf(MismatchException.class)
                .hasMessage("there is more than one row: select product");
    }

    @Test
    void aPageKnowsHowMuchThereIs() {
        IntStream.rangeClosed(1, 25).forEach(i -> shop.add("p" + i, i));
        Page<Product> page = shop.db()
                .read(session -> session.page(
                        Product.class,
                        PRODUCT.select().whereIf("visible", true).orderBy("id", Direction.DESCENDING),
                        3,
                        10));
        assertThat(page.total()).isEqualTo(25);
        assertThat(page.items()).extracting(Product::stock).containsExactly(5, 4, 3, 2, 1);
        assertThat(page.page()).isEqualTo(3);
        assertThat(page.limit()).isEqualTo(10);
    }

    @Test
    void aBatchRunsOneStatementForManyRows() {
        List<List<Object>> rows = List.of(List.of("a", 1), List.of("b", 2), List.of("c", 3));
        long[] changed = shop.db()
                .transaction(
                        session -> session.batch("insert into product (name, price, stock) values (?, 1, ?)", rows));
        assertThat(changed).containsExactly(1, 1, 1);
        long[] none = shop.db().transaction(session -> session.batch("delete from product where id = ?", List.of()));
        assertThat(none).isEmpty();
        assertThat(shop.products()).isEqualTo(3);
    }

    @Test
    void rowsAreStreamedOneByOne() {
        List<List<Object>> rows = IntStream.range(0, 5000)
                .mapToObj(i -> List.<Object>of("p" + i, i))
                .toList();
        shop.db()
                .transaction(
                        session -> session.batch("insert into product (name, price, stock) values (?, 1, ?)", rows));
        long sum = shop.db().read(session -> {
            long total = 0;
            try (Rows<Integer> stocks = session.stream(Integer.class, "select stock from product")) {
                for (int stock : stocks) {
                    total += stock;
                }
            }
            return total;
        });
        assertThat(sum).isEqualTo(5000L * 4999 / 2);
    }

    @Test
    void otherStatementsRunWhileRowsAreOpen() {
        IntStream.range(0, 600).forEach(i -> shop.add("p" + i, i));
        List<String> names = shop.db().read(session -> {
            List<String> found = new ArrayList<>();
            for (long id : session.stream(Long.class, "select id from product order by id")) {
                if (id % 100 == 0) {
                    found.add(session.one(String.class, "select name from product where id = ?", id)
                            .orElseThrow());
                }
            }
            return found;
        });
        assertThat(names).hasSize(6);
    }

    @Test
    void rowsThatNobodyClosedAreClosedWithTheSession() {
        shop.add("tea", 1);
        shop.add("jam", 1);
        List<Rows<String>> kept = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            shop.db().read(session -> {
                Rows<String> rows = session.stream(String.class, "select name from product");
                rows.iterator().next();
                return kept.add(rows);
            });
        }
        assertThat(shop.db().active()).isZero();
        assertThatThrownBy(() -> kept.getFirst().iterator())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("once");
        kept.forEach(Rows::close);
    }

    @Test
    void aListThatIsTooLongIsRefused() {
        Shop small =
                Shop.open(shop.settings().statement(WatchSettings.standard().maxRows(2)));
        try (small) {
            IntStream.range(0, 3).forEach(i -> small.add("p" + i, i));
            assertThatThrownBy(() -> small.db().read(session -> session.list(Product.class, PRODUCT.select())))
                    .isInstanceOf(MismatchException.class)
                    .hasMessageContaining("more than 2 rows");
            List<Product> two = small.db()
                    .read(session ->
                            session.list(Product.class, PRODUCT.select().limit(2)));
            assertThat(two).hasSize(2);
        }
    }

    @Test
    void aSecondRowWithTheSameKeyIsAConflict() {
        shop.add("tea", 1);
        assertThatThrownBy(() -> shop.add("tea", 1)).isInstanceOfSatisfying(DuplicateKeyException.class, failure -> {
            assertThat(failure.status().code()).isEqualTo(409);
            assertThat(failure.code()).isEqualTo("duplicate_key");
            assertThat(failure.sentence()).doesNotContain("tea", "product");
        });
    }

    @Test
    void whatBreaksARuleOfTheSchemaIsAConflict() {
        assertThatThrownBy(() -> shop.db()
                        .transaction(session ->
                                session.update("insert into `order` (product_id, amount) values (?, ?)", 404, 1)))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.CONSTRAINT));
        long id = shop.add("tea", 1);
        for (Object[] wrong : new Object[][] {{id, 0}, {id, null}}) {
            assertThatThrownBy(() -> shop.db()
                            .transaction(session ->
                                    session.update("insert into `order` (product_id, amount) values (?, ?)", wrong)))
                    .as(Arrays.toString(wrong))
                    .isInstanceOfSatisfying(
                            DatabaseException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(Reason.CONSTRAINT));
        }
    }

    @Test
    void aStatementThatCannotBeRunShowsNothingOnTheWire() {
        assertThatThrownBy(() -> shop.db().read(session -> session.list(String.class, "select secret from nowhere")))
                .isInstanceOfSatisfying(DatabaseException.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.STATEMENT);
                    assertThat(failure.sentence()).isEqualTo("the database could not do this");
                    assertThat(failure.getCause()).hasMessageContaining("nowhere");
                });
    }

    private String slow() {
        return engine == Engine.H2
                ? "select count(*) from system_range(1, 100000000) a, system_range(1, 100000000) b"
                : "select sleep(20)";
    }

    @Test
    void aStatementThatTakesTooLongIsStopped() {
        Shop hasty =
                Shop.open(shop.settings().statement(WatchSettings.standard().timeout(Duration.ofMillis(200))));
        try (hasty) {
            for (int i = 0; i < 5; i++) {
                isStopped(() -> hasty.db().read(session -> session.one(Long.class, slow())));
                isStopped(() -> hasty.db().transaction(session -> {
                    session.insert("insert into product (name, price) values ('tea', 1)");
                    return session.one(Long.class, slow());
                }));
                assertThat(hasty.products()).isZero();
            }
            assertThat(hasty.db().active()).isZero();
        }
    }

    private static void isStopped(ThrowingCallable work) {
        long begun = System.nanoTime();
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aStatementIsStoppedWhenItsCallersTimeIsUp() {
        isStopped(() -> Deadline.in(Duration.ofMillis(100))
                .call(() -> shop.db().read(session -> session.one(Long.class, slow()))));
    }

    @Test
    void readingRefusesToChange() {
        for (Work<?, RuntimeException> change : List.<Work<?, RuntimeException>>of(
                session -> session.update("delete from product"),
                session -> session.insert("insert into product (name, price) values ('a', 1)"),
                session -> session.batch("delete from product where id = ?", List.of(List.of(1))))) {
            assertThatThrownBy(() -> shop.db().read(change))
                    .isInstanceOfSatisfying(
                            DatabaseException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(Reason.READ_ONLY));
        }
    }

    @Test
    void moneyIsExact() {
        shop.db()
                .transaction(session -> session.insert(
                        PRODUCT.insert().value("name", "gold").value("price", new BigDecimal("9999999999.99"))));
        BigDecimal price = shop.db()
                .read(session -> session.one(BigDecimal.class, "select price from product"))
                .orElseThrow();
        assertThat(price).isEqualByComparingTo("9999999999.99");
    }

    @Test
    void tablesAreCheckedAgainstWhatTheProgramKnows() {
        shop.db().check(PRODUCT, Shop.ORDER);
        assertThatThrownBy(() -> shop.db().check(PRODUCT, Table.of("product", "id", "colour")))
                .isInstanceOf(MismatchException.class)
                .hasMessage("there is no table product with the columns id, colour")
                .rootCause()
                .hasMessageContaining("colour");
    }
}
