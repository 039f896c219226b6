package io.heddle.db;

import static io.heddle.db.Shop.PRODUCT;
import static io.heddle.db.sql.Comparison.AT_LEAST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.db.sql.Direction;
import io.heddle.db.sql.Select;
import io.heddle.db.sql.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class InjectionTest {
    private static final List<String> ATTACKS = List.of(
            "' or '1'='1",
            "\" or \"\"=\"",
            "'; drop table product; --",
            "\\'; drop table product; -- ",
            "x') union select id from product -- ",
            "1; delete from product",
            "/*!50000 or 1=1 */",
            "`id` = 1 or 1",
            "name, (select max(id) from product)",
            "id desc; drop table product",
            "%",
            "_",
            "!",
            "\u00bf\u0027 or 1=1 -- ",
            "𝌆'👋\u0000");

    private final Engine engine;
    private Shop shop;

    InjectionTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        shop = Shop.open(engine.shop());
        shop.add("tea", 1);
        shop.add("jam", 1);
    }

    @AfterEach
    void close() {
        assertThat(shop.products()).isEqualTo(2);
        shop.close();
    }

    @Test
    void aParameterIsAValue() {
        for (String attack : ATTACKS) {
            List<Long> found = shop.db()
                    .read(session -> session.list(Long.class, "select id from product where name = ?", attack));
            assertThat(found).as(attack).isEmpty();
            Optional<String> echoed =
                    shop.db().read(session -> session.one(String.class, "select cast(? as char(200))", attack));
            assertThat(echoed.orElseThrow().strip()).isEqualTo(attack.strip());
        }
    }

    @Test
    void aValueInABuiltStatementIsAValue() {
        for (String attack : ATTACKS) {
            List<Select> searches = List.of(
                    PRODUCT.select("id").where("name", attack),
                    PRODUCT.select("id").whereIf("name", Optional.of(attack)),
                    PRODUCT.select("id").whereIn("name", List.of(attack, attack)),
                    PRODUCT.select("id").whereContains("name", attack));
            for (Select search : searches) {
                List<Long> found = shop.db().read(session -> session.list(Long.class, search));
                assertThat(found).as(search.sql() + attack).isEmpty();
            }
            long changed = shop.db()
                    .transaction(session ->
                            session.update(PRODUCT.update().set("note", attack).where("name", attack))
                                    + session.update(PRODUCT.delete().where("name", attack)));
            assertThat(changed).isZero();
        }
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        for (String attack : ATTACKS) {
            shop.db()
                    .transaction(session ->
                            session.update(PRODUCT.update().set("note", attack).where("name", "tea")));
            shop.db()
                    .transaction(session -> session.update(PRODUCT.insert()
                            .value("name", "jam")
                            .value("price", 2)
                            .value("note", attack)
                            .orUpdate("note", "price")));
            List<String> notes = shop.db().read(session -> session.list(String.class, PRODUCT.select("note")));
            assertThat(notes).containsExactly(attack, attack);
            Optional<Long> one = shop.db()
                    .read(session -> session.one(
                            Long.class,
                            PRODUCT.select("id").whereContains("note", attack).where("name", "tea")));
            assertThat(one).as(attack).isPresent();
        }
    }

    @Test
    void aNameThatIsNotListedIsRefused() {
        for (String attack : ATTACKS) {
            List<Runnable> uses = List.of(
                    () -> PRODUCT.select(attack),
                    () -> PRODUCT.select().where(attack, 1),
                    () -> PRODUCT.select().where(attack, AT_LEAST, 1),
                    () -> PRODUCT.select().whereIf(attack, null),
                    () -> PRODUCT.select().whereNull(attack),
                    () -> PRODUCT.select().whereNotNull(attack),
                    () -> PRODUCT.select().whereIn(attack, List.of()),
                    () -> PRODUCT.select().whereContains(attack, ""),
                    () -> PRODUCT.count().where(attack, 1),
                    () -> PRODUCT.insert().value(attack, 1),
                    () -> PRODUCT.insert().columns(attack),
                    () -> PRODUCT.insert().value("name", 1).orUpdate(attack),
                    () -> PRODUCT.update().set(attack, 1),
                    () -> PRODUCT.update().setIf(attack, Optional.empty()),
                    () -> PRODUCT.update().add(attack, 1),
                    () -> PRODUCT.delete().where(attack, 1),
                    () -> Table.of(attack, "id"),
                    () -> Table.of("product", attack));
            for (Runnable use : uses) {
                assertThatThrownBy(use::run).as(attack).isInstanceOf(IllegalArgumentException.class);
            }
            assertThatThrownBy(() -> PRODUCT.select().orderBy(attack, Direction.ASCENDING))
                    .isInstanceOfSatisfying(ServiceException.class, refusal -> {
                        assertThat(refusal.status().code()).isEqualTo(400);
                        assertThat(refusal.sentence()).startsWith("order must be one of id, name");
                    });
        }
    }

    @Test
    void namesThatAreWordsOfTheLanguageAreNames() {
        shop.db()
                .transaction(session -> session.update(
                        "create table `select` (`from` int primary key, `where` varchar(10), `key` int)"));
        Table odd = Table.of("select", "from", "where", "key");
        shop.db()
                .transaction(session -> session.update(
                        odd.insert().value("from", 1).value("where", "here").value("key", 7)));
        record Odd(int from, String where, int key) {}
        List<Odd> all = shop.db()
                .read(session ->
                        session.list(Odd.class, odd.select().where("key", 7).orderBy("where", Direction.DESCENDING)));
        assertThat(all).containsExactly(new Odd(1, "here", 7));
    }
}
