package io.heddle.seckill.journalled;

import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// What the engine does within one process, without HTTP; no test. Its one argument is a folder on the disk to
/// measure.
final class Figures {
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final int ROUNDS = 3;

    /// The time that something took, on the wall and of all cores.
    private record Spent(long nanos, Duration cpu) {
        double micros(long count) {
            return cpu.toNanos() / 1e3 / count;
        }
    }

    private Figures() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path disk = Path.of(arguments[0]);
        for (int round = 1; round <= ROUNDS; round++) {
            for (JournalKind kind : JournalKind.values()) {
                soldOut(kind, Files.createTempDirectory(disk, "figures"));
                wins(kind, 64, Files.createTempDirectory(disk, "figures"));
                wins(kind, 512, Files.createTempDirectory(disk, "figures"));
            }
        }
    }

    private static Stock open(JournalKind kind, Path folder, int units) {
        Stock stock = JournalledStock.open(JournalSettings.of(kind), folder, InstantSource.system(), failure -> {
            throw new IllegalStateException(failure);
        });
        Instant now = Instant.now();
        stock.put(new Terms(1, units, now.minusSeconds(60), now.plusSeconds(3600), Duration.ofHours(1), true));
        return stock;
    }

    /// Sixty-four threads ask for what is sold out.
    private static void soldOut(JournalKind kind, Path folder) throws InterruptedException {
        try (Stock stock = open(kind, folder, 1)) {
            stock.claim(1, UserId.of(1));
            long before = stock.pulse().decisions();
            Spent spent = run(64, user -> stock.claim(1, UserId.of(user)));
            long decided = stock.pulse().decisions() - before;
            System.out.printf(
                    "%s sold out, 64 threads: %,d decisions/s, %.2f us of CPU each%n",
                    kind, perSecond(decided, spent.nanos), spent.micros(decided));
        }
    }

    /// So many threads win, each waiting for its win to be on disk before it asks again.
    private static void wins(JournalKind kind, int threads, Path folder) throws InterruptedException {
        try (Stock stock = open(kind, folder, Stock.MAX_UNITS)) {
            Stock.Pulse before = stock.pulse();
            Spent spent = run(threads, user -> stock.claim(1, UserId.of(user)));
            Stock.Pulse after = stock.pulse();
            long wins = after.events() - before.events();
            long syncs = after.syncs() - before.syncs();
            System.out.printf(
                    "%s all win, %d in flight: %,d wins/s, %.2f us of CPU each, %.1f wins a sync, %,d syncs/s%n",
                    kind,
                    threads,
                    perSecond(wins, spent.nanos),
                    spent.micros(wins),
                    (double) wins / syncs,
                    perSecond(syncs, spent.nanos));
        }
    }

    private static long perSecond(long count, long nanos) {
        return Math.round(count * 1e9 / nanos);
    }

    /// Does something again and again on virtual threads, each time for another user.
    private static Spent run(int threads, IntConsumer work) throws InterruptedException {
        AtomicInteger users = new AtomicInteger(1);
        Duration cpu = cpu();
        long began = System.nanoTime();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() - began < ROUND.toNanos()) {
                    work.accept(users.getAndIncrement());
                }
            }));
        }
        for (Thread thread : running) {
            thread.join();
        }
        return new Spent(System.nanoTime() - began, cpu().minus(cpu));
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
