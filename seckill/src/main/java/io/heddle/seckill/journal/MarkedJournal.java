package io.heddle.seckill.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// A journal that remembers beside it how much it has acknowledged, and does not start with less.
final class MarkedJournal implements Journal {
    private final Journal inner;
    private final Mark mark;
    private final long acknowledged;
    private final Runnable release;
    private long count = -1;

    /// @param acknowledged the fewest entries that must be there
    /// @param release gives back the folder
    MarkedJournal(Journal inner, Mark mark, long acknowledged, Runnable release) {
        this.inner = inner;
        this.mark = mark;
        this.acknowledged = acknowledged;
        this.release = release;
    }

    @Override
    public void replay(Consumer<Entry> each) {
        long[] found = {0};
        inner.replay(entry -> {
            found[0]++;
            each.accept(entry);
        });
        if (found[0] < acknowledged) {
            throw new JournalDamagedException("the journal holds " + found[0] + " events, but " + acknowledged
                    + " were acknowledged: its end is missing");
        }
        count = found[0];
    }

    @Override
    public void append(List<Entry> batch) {
        if (count < 0) {
            throw new IllegalStateException("a journal is replayed before anything is appended");
        }
        inner.append(batch);
        count += batch.size();
        mark.write(count);
    }

    @Override
    public List<Entry> read(long activity, long after, int limit) {
        return inner.read(activity, after, limit);
    }

    @Override
    public void close() {
        Deque<Runnable> steps = new ArrayDeque<>(List.of(inner::close, mark::close, release));
        closeAll(steps);
    }

    private static void closeAll(Deque<Runnable> steps) {
        try {
            if (!steps.isEmpty()) {
                steps.removeFirst().run();
            }
        } finally {
            if (!steps.isEmpty()) {
                closeAll(steps);
            }
        }
    }
}
