package io.heddle.store;

import io.heddle.store.memory.SharedMemory;
import java.util.ArrayList;
import java.util.List;

final class MemoryStoreTest implements StoreContract {
    private final SharedMemory memory = new SharedMemory();
    private final List<SharedMemory.Line> lines = new ArrayList<>();

    @Override
    public Store connect() {
        SharedMemory.Line line = memory.connect();
        lines.add(line);
        return line;
    }

    @Override
    public String prefix() {
        return "/t/";
    }

    @Override
    public void away() {
        lines.forEach(SharedMemory.Line::cut);
    }

    @Override
    public void back() {
        lines.forEach(SharedMemory.Line::heal);
    }
}
