package io.heddle.seckill.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A journal that is a list, for tests that need no disk. One thread.
public final class MemoryJournal implements Journal {
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public void append(List<Entry> batch) {
        entries.addAll(batch);
    }

    @Override
    public List<Entry> read(long activity, long after, int limit) {
        return entries.stream()
                .filter(entry -> entry.activity() == activity && entry.number() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public void replay(Consumer<Entry> each) {
        entries.forEach(each);
    }

    @Override
    public void close() {}
}
