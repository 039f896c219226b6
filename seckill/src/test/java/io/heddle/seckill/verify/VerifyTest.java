package io.heddle.seckill.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.seckill.journal.FolderInUseException;
import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.journalled.JournalSettings;
import io.heddle.seckill.journalled.JournalledStock;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.clock.TurnedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifyTest {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final long APPLIED = 50;
    private static final Terms TERMS =
            new Terms(42, 5, START, START.plus(Duration.ofHours(1)), Duration.ofMinutes(15), true);

    @TempDir
    Path temp;

    private final TurnedClock clock = TurnedClock.at(START);

    private Path folder() {
        return temp.resolve("journal");
    }

    private JournalledStock open(JournalKind kind, Path folder) {
        return JournalledStock.open(JournalSettings.of(kind), folder, clock, failure -> {});
    }

    /// Six wins of five units: one paid for, one given back, one not paid for in time.
    private List<Order> sell(JournalKind kind) {
        try (JournalledStock stock = open(kind, folder())) {
            stock.put(TERMS);
            claim(stock, 1, 3);
            clock.turn(Duration.ofSeconds(10));
            claim(stock, 4, 5);
            stock.settle(new OrderId(42, 1), Standing.PAID);
            stock.settle(new OrderId(42, 2), Standing.CANCELLED);
            clock.turn(TERMS.hold().minusMillis(10_001));
            claim(stock, 6, 6);
            clock.turn(Duration.ofMillis(1));
            stock.settle(new OrderId(42, 3), Standing.EXPIRED);
            List<Order> orders = new ArrayList<>();
            LongStream.rangeClosed(1, 6)
                    .forEach(i -> orders.add(stock.order(new OrderId(42, i)).orElseThrow()));
            return orders;
        }
    }

    private static void claim(JournalledStock stock, int first, int last) {
        for (int user = first; user <= last; user++) {
            assertThat(stock.claim(42, UserId.of(user))).isInstanceOf(Claim.Won.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aJournalIsRightAndChangesNotByBeingLookedAt(JournalKind kind) {
        sell(kind);
        Report first = Verify.verify(folder());
        assertThat(first.right()).as(first.toString()).isTrue();
        assertThat(Verify.verify(folder())).isEqualTo(first);
        Account account = first.sales().getFirst();
        assertThat(account.terms()).contains(TERMS);
        assertThat(account.wins()).isEqualTo(6);
        assertThat(account.paid()).isEqualTo(1);
        assertThat(account.held() + account.paid() + account.released()).isEqualTo(6);
        assertThat(account.head()).matches("[0-9a-f]{64}").isNotEqualTo("0".repeat(64));
        assertThat(first.lines()).last().asString().startsWith("RIGHT");
    }

    @ParameterizedTest
    @EnumSource
    void aJournalThatAnEngineHasOpenIsNotLookedAt(JournalKind kind) {
        try (JournalledStock stock = open(kind, folder())) {
            stock.put(TERMS);
            assertThatThrownBy(() -> Verify.verify(folder())).isInstanceOf(FolderInUseException.class);
        }
    }

    @Test
    void aFolderWithoutAJournalIsNotRight() {
        assertThat(Verify.verify(temp).trouble().orElseThrow()).contains("no journal");
    }

    @Test
    void aDamagedJournalIsSalvagedUpToTheDamageWhenTheDatabaseKnowsOfNoMore() throws IOException {
        sell(JournalKind.ROCKSDB);
        Path log = log();
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length / 2] ^= 1;
        Files.write(log, bytes);
        assertThat(Verify.verify(folder()).trouble().orElseThrow()).contains("heddle seckill verify", "rebuild");
        assertThatThrownBy(() -> open(JournalKind.ROCKSDB, folder())).hasMessageContaining("heddle seckill verify");

        Path to = temp.resolve("salvaged");
        assertThatThrownBy(() -> Verify.salvage(folder(), to, Map.of(42L, 9L)))
                .isInstanceOf(UnprovenException.class)
                .hasMessageContaining("has applied 9");
        Report salvaged = Verify.salvage(folder(), to, Map.of(42L, 2L));
        assertThat(salvaged.sales().getFirst().events()).isBetween(2L, 8L);
        assertThat(salvaged.notes()).last().asString().contains("told in vain");
        try (JournalledStock stock = open(JournalKind.ROCKSDB, to)) {
            assertThat(stock.claim(42, UserId.of(1))).isInstanceOf(Claim.AlreadyWon.class);
        }
    }

    @Test
    void aTailOfZerosAfterAPowerCutLosesNothingOrIsSalvagedWhole() throws IOException {
        sell(JournalKind.ROCKSDB);
        Report before = Verify.verify(folder());
        Files.write(log(), new byte[8192], StandardOpenOption.APPEND);
        Report salvaged = Verify.salvage(folder(), temp.resolve("salvaged"), Map.of(42L, 9L));
        assertThat(salvaged.sales()).isEqualTo(before.sales());
        Report after = Verify.verify(folder());
        assertThat(after.right() ? after.sales() : before.sales()).isEqualTo(before.sales());
    }

    private Path log() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("rocksdb"))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aJournalIsMadeAnewFromTheOrdersAndItsSalesAreClosed(JournalKind kind) {
        List<Order> orders = sell(kind);
        Path to = temp.resolve("new");
        Report report = Verify.rebuild(kind, to, known(TERMS, orders));
        assertThat(report.right()).as(report.toString()).isTrue();
        assertThat(report.notes()).anyMatch(note -> note.contains("nobody can say"));
        assertThat(report.sales()).as("the orders go on where they were").allMatch(sale -> sale.events() == APPLIED);
        try (JournalledStock stock = open(kind, to)) {
            assertThat(stock.sales()).containsExactly(TERMS.open(false));
            for (Order order : orders) {
                Order again = stock.order(order.id()).orElseThrow();
                assertThat(again)
                        .usingRecursiveComparison()
                        .ignoringFields("asOf")
                        .isEqualTo(order);
            }
            assertThat(stock.claim(42, UserId.of(7))).isInstanceOf(Claim.Ended.class);
            stock.put(TERMS.units(6));
            assertThat(stock.claim(42, UserId.of(7))).isInstanceOf(Claim.Won.class);
        }
    }

    @Test
    void nothingIsMadeOfOrdersThatContradictTheirSale() {
        List<Order> orders = sell(JournalKind.ROCKSDB);
        Path to = temp.resolve("new");
        List<Order> gap = List.of(orders.getFirst(), orders.getLast());
        assertThatThrownBy(() -> Verify.rebuild(JournalKind.ROCKSDB, to, known(TERMS, gap)))
                .isInstanceOf(UnprovenException.class)
                .hasMessageContaining("not all there");
        assertThatThrownBy(() -> Verify.rebuild(JournalKind.ROCKSDB, to, known(TERMS.units(1), orders)))
                .isInstanceOf(UnprovenException.class)
                .hasMessageContaining("1 units");
        assertThat(to).doesNotExist();
    }

    @Test
    void whatBecameOfOrdersHasItsTimeInAJournalThatIsMadeAnew() {
        List<Order> orders = sell(JournalKind.ROCKSDB);
        Map<OrderId, Instant> before = settled(folder());
        Path to = temp.resolve("new");
        assertThat(Verify.rebuild(JournalKind.ROCKSDB, to, known(TERMS, orders, before))
                        .right())
                .isTrue();
        assertThat(settled(to)).isEqualTo(before).hasSize(3);
    }

    private Map<OrderId, Instant> settled(Path journal) {
        try (JournalledStock stock = open(JournalKind.ROCKSDB, journal)) {
            return stock.events(42, 0, 1000).stream()
                    .filter(Event.Settled.class::isInstance)
                    .map(Event.Settled.class::cast)
                    .collect(Collectors.toMap(Event.Settled::order, Event.Settled::at));
        }
    }

    @Test
    void aSaleThatIsMadeAnewBeforeItsStartDoesNotSellBeforeIt() {
        Path to = temp.resolve("new");
        Verify.rebuild(JournalKind.ROCKSDB, to, known(TERMS, List.of()));
        clock.turn(Duration.ofHours(-1));
        try (JournalledStock stock = open(JournalKind.ROCKSDB, to)) {
            stock.put(TERMS);
            assertThat(stock.claim(42, UserId.of(1))).isInstanceOf(Claim.NotStarted.class);
        }
    }

    private static Verify.Known known(Terms terms, List<Order> orders) {
        return known(terms, orders, Map.of());
    }

    private static Verify.Known known(Terms terms, List<Order> orders, Map<OrderId, Instant> settled) {
        List<Verify.Past> past = orders.stream()
                .map(order -> new Verify.Past(order, Optional.ofNullable(settled.get(order.id()))))
                .toList();
        return new Verify.Known(List.of(terms), Map.of(terms.activity(), APPLIED), activity -> past);
    }
}
