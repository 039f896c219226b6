package io.heddle.seckill.journalled.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.heddle.seckill.journal.FolderInUseException;
import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.journalled.JournalSettings;
import io.heddle.seckill.journalled.JournalledStock;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The engine in a process of its own, with real files and real system calls.
class ProcessTest {
    private static final int BUYERS = 16;
    private static final int HALT_CODE = 7;

    @TempDir
    Path folder;

    /// Whoever was told of an order has it still.
    private void assertKept(JournalKind kind, Map<String, String> told) {
        assertThat(told).isNotEmpty();
        try (Stock stock = open(kind, folder.resolve("journal"))) {
            told.forEach((user, order) -> assertThat(stock.standing(SaleProcess.SALE, new UserId(user)))
                    .isInstanceOfSatisfying(
                            Claim.AlreadyWon.class,
                            won -> assertThat(won.order()).hasToString(order)));
        }
    }

    private Seller start(JournalKind kind, String... before) throws IOException {
        return Seller.start(kind, folder.resolve("journal"), List.of(before));
    }

    @ParameterizedTest
    @EnumSource
    void aKilledProcessHasLostNothingThatItToldOf(JournalKind kind) throws IOException, InterruptedException {
        Map<String, String> told = new HashMap<>();
        for (int round = 1; round <= 3; round++) {
            try (Seller seller = start(kind)) {
                int first = round * 100_000;
                told.putAll(seller.sell(BUYERS, first, 300 * round));
                Thread killer = Thread.ofVirtual().start(() -> seller.handle().destroyForcibly());
                told.putAll(seller.sell(BUYERS, first, 100_000));
                killer.join();
            }
            assertKept(kind, told);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondProcessOnTheSameFolderIsRefused(JournalKind kind) throws IOException {
        try (Seller seller = start(kind)) {
            assertThat(seller.handle().isAlive()).isTrue();
            assertThatThrownBy(() -> start(kind))
                    .hasMessageContaining("FolderInUseException")
                    .hasMessageContaining("one process sells");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherProcessIsRefusedEvenAfterASecondTryInTheFirst(JournalKind kind) {
        Path journal = folder.resolve("journal");
        try (Stock stock = open(kind, journal)) {
            assertThat(stock.sales()).isEmpty();
            assertThatThrownBy(() -> open(kind, journal)).isInstanceOf(FolderInUseException.class);
            assertThatThrownBy(() -> start(kind)).hasMessageContaining("FolderInUseException");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDiskThatDoesNotAnswerForAWhileMakesAnswersUndecidedAndLosesNone(JournalKind kind)
            throws IOException, InterruptedException {
        Path log = folder.resolve("calls");
        String inject = "inject=fsync,fdatasync:delay_enter=3000000:when=60";
        Map<String, String> told;
        try (Seller seller = start(
                kind, Tool.needed("strace"), "-f", "-o", log.toString(), "-e", "trace=fsync,fdatasync", "-e", inject)) {
            told = seller.sell(BUYERS, 0, 1000);
            assertThat(seller.undecided()).isPositive();
            int late = 1_000_000;
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !seller.sell(1, late, 1).isEmpty());
            told.putAll(seller.sell(1, late, 1));
        }
        assertKept(kind, told);
    }

    private static Stock open(JournalKind kind, Path folder) {
        return JournalledStock.open(JournalSettings.of(kind), folder, InstantSource.system(), failure -> {});
    }

    @ParameterizedTest
    @EnumSource
    void aFullDiskEndsTheProcessAndNobodyIsToldOfAWinAfterIt(JournalKind kind)
            throws IOException, InterruptedException {
        String limit = Tool.needed("prlimit");
        Map<String, String> told;
        try (Seller seller = start(kind)) {
            told = seller.sell(BUYERS, 0, 500);
            long pid = seller.handle().pid();
            new ProcessBuilder(limit, "--pid", Long.toString(pid), "--fsize=1000000")
                    .start()
                    .waitFor();
            told.putAll(seller.sell(BUYERS, 500, 900_000));
            assertThat(seller.lastWords()).contains("HALTED");
            assertThat(seller.exitCode()).isEqualTo(HALT_CODE);
        }
        assertKept(kind, told);
    }

    @ParameterizedTest
    @EnumSource
    void afterASyncThatFailsNothingIsSyncedAgainAndNobodyIsToldOfAWin(JournalKind kind)
            throws IOException, InterruptedException {
        Path log = folder.resolve("calls");
        String inject = "inject=fsync,fdatasync:error=EIO:when=60";
        Map<String, String> told;
        try (Seller seller = start(
                kind, Tool.needed("strace"), "-f", "-o", log.toString(), "-e", "trace=fsync,fdatasync", "-e", inject)) {
            told = seller.sell(BUYERS, 0, 900_000);
            assertThat(seller.lastWords()).contains("HALTED");
            assertThat(seller.exitCode()).isEqualTo(HALT_CODE);
        }
        List<Trace.Call> syncs = Trace.read(log);
        assertThat(syncs.getLast().result())
                .as("the last sync is the one that failed")
                .isNegative();
        assertKept(kind, told);
    }

    @ParameterizedTest
    @EnumSource
    void theSyncOfAWinHasReturnedBeforeItsFirstByteGoesToASocket(JournalKind kind)
            throws IOException, InterruptedException {
        Path log = folder.resolve("calls");
        String calls = "trace=fsync,fdatasync,write,pwrite64,writev,pwritev,sendto,sendmsg";
        Map<String, String> told;
        try (Seller seller =
                start(kind, Tool.needed("strace"), "-f", "-s", "100000", "-o", log.toString(), "-e", calls)) {
            told = seller.sell(BUYERS, 0, 100);
        }
        List<Trace.Call> seen = Trace.read(log);
        assertThat(told).hasSize(100);
        told.keySet().forEach(user -> assertSyncedBefore(user, seen));
    }

    private static void assertSyncedBefore(String user, List<Trace.Call> calls) {
        Trace.Call answer = calls.stream()
                .filter(call -> call.text().contains("\"WON " + user))
                .findFirst()
                .orElseThrow();
        List<Trace.Call> writes = calls.stream()
                .filter(call -> call.text().contains(user) && call.ended() < answer.begun())
                .toList();
        assertThat(calls.stream()
                        .filter(Trace.Call::isSync)
                        .filter(sync -> sync.result() == 0 && sync.ended() < answer.begun())
                        .anyMatch(sync -> writes.stream()
                                .anyMatch(write -> write.file().equals(sync.file()) && write.ended() < sync.begun())))
                .as("the win of " + user + " is synced before it is told")
                .isTrue();
    }
}
