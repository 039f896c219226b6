package io.heddle.seckill.sql;

import io.heddle.contract.error.ServiceException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again and again until it is closed; a failure is logged, and the next time tries again.
final class Sweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    Sweeper(Runnable sweep) {
        this.thread = Thread.ofVirtual().name("pay-time-outs").unstarted(() -> {
            while (!isClosing()) {
                run(sweep);
            }
        });
    }

    void start() {
        thread.start();
    }

    private static void run(Runnable sweep) {
        try {
            sweep.run();
        } catch (ServiceException e) {
            LOG.atWarn().setCause(e).log("pay time-outs could not be kept; trying again");
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
