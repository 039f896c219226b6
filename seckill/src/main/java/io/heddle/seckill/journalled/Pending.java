package io.heddle.seckill.journalled;

import io.heddle.seckill.sale.UndecidedException;
import org.jspecify.annotations.Nullable;

/// An answer that may be told once the events that it follows from are on disk.
///
/// @param value the answer
/// @param batch the batch of the last of those events, none when they are on disk
record Pending<T>(T value, @Nullable Batch batch) {
    /// Whether it can be said now what {@link #await} would say.
    boolean ready() {
        return batch == null || !batch.isOpen();
    }

    /// Waits for the disk and tells the answer.
    ///
    /// @throws UndecidedException when it will not be known
    T await() {
        if (batch != null) {
            pause(batch);
            if (!batch.isDurable()) {
                throw new UndecidedException("the disk has not taken it; ask again to know");
            }
        }
        return value;
    }

    private static void pause(Batch batch) {
        try {
            batch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UndecidedException("the wait for the disk was interrupted; ask again to know");
        }
    }
}
