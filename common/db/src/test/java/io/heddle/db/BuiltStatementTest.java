package io.heddle.db;

import static io.heddle.db.Shop.PRODUCT;
import static io.heddle.db.sql.Comparison.AT_LEAST;
import static io.heddle.db.sql.Comparison.LESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.db.sql.Direction;
import io.heddle.db.sql.Insert;
import io.heddle.db.sql.Select;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class BuiltStatementTest {
    private final Engine engine;
    private Shop shop;

    BuiltStatementTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        shop = Shop.open(engine.shop());
        Insert rows = PRODUCT.insert()
                .columns("name", "price", "stock", "visible", "note")
                .row("tea", 1, 0, false, "")
                .row("jam", 2, 5, true, null)
                .row("100% oats", 3, 9, true, "a_b");
        shop.db().transaction(session -> session.update(rows));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private List<String> names(Select select) {
        return shop.db().read(session -> session.list(String.class, select.orderBy("id", Direction.ASCENDING)));
    }

    private static Select name() {
        return PRODUCT.select("name");
    }

    @Test
    void zeroFalseAndTheEmptyTextAreValues() {
        assertThat(names(name().whereIf("stock", 0))).containsExactly("tea");
        assertThat(names(name().whereIf("visible", false))).containsExactly("tea");
        assertThat(names(name().whereIf("note", ""))).containsExactly("tea");
        assertThat(names(name().where("stock", Optional.of(0)))).containsExactly("tea");
    }

    @Test
    void whatIsAbsentIsNoCondition() {
        Select all =
                name().whereIf("stock", null).whereIf("note", Optional.empty()).whereIf("price", LESS, null);
        assertThat(names(all)).hasSize(3);
    }

    @Test
    void nullIsAskedForByName() {
        assertThat(names(name().whereNull("note"))).containsExactly("jam");
        assertThat(names(name().whereNotNull("note"))).containsExactly("tea", "100% oats");
        assertThatThrownBy(() -> name().where("note", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whereNull");
    }

    @Test
    void aListOfNothingFindsNothing() {
        assertThat(names(name().whereIn("name", List.of()))).isEmpty();
        assertThat(names(name().whereIn("stock", List.of(0, 9)))).containsExactly("tea", "100% oats");
        assertThatThrownBy(() -> name().whereIn("id", Collections.nCopies(10_001, 1)))
                .hasMessageContaining("more than 10000");
        for (Object stock : Arrays.asList(null, 9)) {
            assertThatThrownBy(() -> name().whereIn("stock", Arrays.asList(stock, null)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("stock")
                    .hasMessageContaining("holds null");
        }
    }

    @Test
    void aTextIsFoundWhateverCharactersAreInIt() {
        assertThat(names(name().whereContains("name", "%"))).containsExactly("100% oats");
        assertThat(names(name().whereContains("note", "_"))).containsExactly("100% oats");
        assertThat(names(name().whereContains("name", "a"))).hasSize(3);
    }

    @Test
    void rowsAreComparedOrderedAndCutToARange() {
        Select select = name().where("stock", AT_LEAST, 0).orderBy("stock", Direction.DESCENDING);
        assertThat(names(select.limit(1))).containsExactly("100% oats");
        assertThat(names(select.limit(5).offset(1))).containsExactly("jam", "tea");
        assertThat(names(select.limit(0))).isEmpty();
        assertThatThrownBy(() -> select.limit(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> select.offset(1).sql()).hasMessage("an offset needs a limit");
    }

    @Test
    void aPageThatCannotBeIsTheClientsMistake() {
        for (List<Integer> wrong : List.of(List.of(0, 10), List.of(1, 0))) {
            assertThatThrownBy(() -> name().page(wrong.getFirst(), wrong.getLast()))
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            refusal -> assertThat(refusal.status().code()).isEqualTo(400));
        }
        assertThat(name().page(1_000_000_000, 1_000_000).values()).contains(999_999_999_000_000L);
    }

    @Test
    void changesAreCountedAndAddedToInTheDatabase() {
        long changed = shop.db()
                .transaction(session -> session.update(PRODUCT.update()
                        .add("stock", 1)
                        .set("note", null)
                        .setIf("price", Optional.empty())
                        .where("visible", true)));
        assertThat(changed).isEqualTo(2);
        assertThat(names(name().where("stock", 6).whereNull("note"))).containsExactly("jam");
    }

    @Test
    void nothingIsDoneToAllRowsUnlessThatIsSaid() {
        assertThatThrownBy(() -> shop.db().transaction(session -> session.update(PRODUCT.delete())))
                .hasMessage("to delete all rows of product say everything()");
        assertThatThrownBy(() -> shop.db()
                        .transaction(session ->
                                session.update(PRODUCT.update().set("stock", 1).whereIf("id", null))))
                .hasMessage("to change all rows of product say everything()");
        assertThatThrownBy(() -> PRODUCT.update().where("id", 1).sql()).hasMessageContaining("must change something");
        assertThat(shop.products()).isEqualTo(3);
        long all =
                shop.db().transaction(session -> session.update(PRODUCT.delete().everything()));
        assertThat(all).isEqualTo(3);
    }

    @Test
    void whatIsThereAlreadyIsReplaced() {
        Insert upsert = PRODUCT.insert()
                .columns("name", "price", "stock")
                .row("tea", 7, 70)
                .row("salt", 8, 80)
                .orUpdate("stock");
        shop.db().transaction(session -> session.update(upsert));
        assertThat(names(name().where("stock", 70).where("price", 1))).containsExactly("tea");
        assertThat(names(name().where("stock", 80).where("price", 8))).containsExactly("salt");
        assertThat(shop.products()).isEqualTo(4);
    }

    @Test
    void anInsertMustHaveItsValues() {
        assertThatThrownBy(() -> PRODUCT.insert().sql()).hasMessage("an insert into product must have a row");
        assertThatThrownBy(() -> PRODUCT.insert().value("id", 1).value("id", 2)).hasMessageContaining("has its value");
        assertThatThrownBy(() -> PRODUCT.insert().columns("id", "name").row(1))
                .hasMessage("2 columns need as many values, not 1");
    }

    @Test
    void aLockedRowWaitsForItsTransaction() {
        int stock = shop.db().transaction(session -> {
            int before = session.one(
                            Integer.class,
                            PRODUCT.select("stock").where("name", "jam").forUpdate())
                    .orElseThrow();
            session.update(PRODUCT.update().set("stock", before + 1).where("name", "jam"));
            return before;
        });
        assertThat(stock).isEqualTo(5);
        assertThat(names(name().where("stock", 6))).containsExactly("jam");
    }

    @Test
    void everyStepGivesANewStatement() {
        Select base = name();
        assertThat(base.where("id", 1).sql()).isEqualTo("select `name` from `product` where `id` = ?");
        assertThat(base.sql()).isEqualTo("select `name` from `product`");
        assertThat(PRODUCT.insert().value("note", null).values()).isEqualTo(Arrays.asList((Object) null));
    }
}
