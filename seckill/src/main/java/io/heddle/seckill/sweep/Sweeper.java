package io.heddle.seckill.sweep;

import io.heddle.contract.error.ServiceException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again and again on a virtual thread until it is closed, with a pause between; a failure is logged,
/// and the next time tries again.
public final class Sweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /// One that does not run yet.
    public Sweeper(Runnable sweep) {
        this.thread = Thread.ofVirtual().name("pay-time-outs").unstarted(() -> {
            while (!isClosing()) {
                run(sweep);
            }
        });
    }

    /// Begins; the first time is after the first pause.
    public void start() {
        thread.start();
    }

    private static void run(Runnable sweep) {
        try {
            sweep.run();
        } catch (ServiceException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("pay time-outs could not be kept; trying again");
        }
    }

    private boolean isClosing() {
        try {
            return closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Ends it, after what it is doing.
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
