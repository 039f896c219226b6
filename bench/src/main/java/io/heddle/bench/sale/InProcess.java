package io.heddle.bench.sale;

import io.heddle.bench.process.Scratch;
import io.heddle.seckill.journalled.JournalSettings;
import io.heddle.seckill.journalled.JournalledStock;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The journalled engine alone in this process, without HTTP.
final class InProcess {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final Duration time;
    private final AtomicLong users = new AtomicLong(1_000_000);

    /// What one turn gave.
    ///
    /// @param perSecond claims a second
    /// @param perSync events for each sync
    /// @param slowest the slowest sync
    record Figure(double perSecond, double perSync, Duration slowest) {}

    InProcess(Duration time) {
        this.time = time;
    }

    /// Claims of a sale whose units are gone, on all cores.
    Figure decisions() {
        return run(Staging.GONE, CORES, Thread.ofPlatform());
    }

    /// Wins, so many waiting for the disk at once.
    Figure wins(int inFlight) {
        return run(Staging.PLENTY, inFlight, Thread.ofVirtual());
    }

    private Figure run(long sale, int threads, Thread.Builder builder) {
        try (Scratch folder = Scratch.named("bench-sale");
                JournalledStock stock = open(folder.path())) {
            Staging.on(stock);
            load(stock, sale, threads, builder);
            Stock.Pulse before = stock.pulse();
            long begun = System.nanoTime();
            load(stock, sale, threads, builder);
            double seconds = (System.nanoTime() - begun) / 1e9;
            Stock.Pulse after = stock.pulse();
            return new Figure(
                    (after.decisions() - before.decisions()) / seconds,
                    (double) (after.events() - before.events()) / Math.max(1, after.syncs() - before.syncs()),
                    after.slowest());
        }
    }

    private static JournalledStock open(Path folder) {
        return JournalledStock.open(JournalSettings.standard(), folder, InstantSource.system(), cause -> {
            throw new IllegalStateException("the journal failed", cause);
        });
    }

    private void load(Stock stock, long sale, int count, Thread.Builder builder) {
        long end = System.nanoTime() + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(builder.start(() -> ask(stock, sale, end)));
        }
        threads.forEach(InProcess::join);
    }

    private void ask(Stock stock, long sale, long end) {
        while (System.nanoTime() - end < 0) {
            stock.claim(sale, UserId.of(users.incrementAndGet()));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while claims are made", e);
        }
    }
}
