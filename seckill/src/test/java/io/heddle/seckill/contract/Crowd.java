package io.heddle.seckill.contract;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/// Many who do something at the same moment, each on a virtual thread.
public final class Crowd {
    private static final long PATIENCE_SECONDS = 120;

    private Crowd() {}

    /// Runs all at once and returns when all are done.
    public static void rush(List<Runnable> acts) {
        CyclicBarrier gate = new CyclicBarrier(acts.size());
        CountDownLatch done = new CountDownLatch(acts.size());
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        for (Runnable act : acts) {
            Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, failure) -> failures.add(failure))
                    .start(() -> {
                        try {
                            pass(gate);
                            act.run();
                        } catch (RuntimeException | AssertionError failure) {
                            failures.add(failure);
                        } finally {
                            done.countDown();
                        }
                    });
        }
        await(done);
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " failed, the first as below", failures.peek());
        }
    }

    private static void pass(CyclicBarrier gate) {
        try {
            gate.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch done) {
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(done.getCount() + " still wait after " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
