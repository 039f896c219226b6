package io.heddle.bench.cast;

import io.heddle.bench.process.Child;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// One process of the proof that can be killed and started again as it was. Used by one thread at a time.
final class Actor implements AutoCloseable {
    private final String name;
    private final Path log;
    private final List<String> command;
    private final BooleanSupplier ready;
    private Child child;
    private int starts;

    Actor(String name, Path log, List<String> command, BooleanSupplier ready) {
        this.name = name;
        this.log = log;
        this.command = List.copyOf(command);
        this.ready = ready;
        this.child = begin();
    }

    private Child begin() {
        starts++;
        return Child.start(log.resolve(name + '-' + starts + ".log"), Map.of(), command);
    }

    String name() {
        return name;
    }

    /// Waits until it answers.
    void await() {
        child.await(ready);
    }

    /// Ends it at once, as `kill -9` does.
    void kill() {
        child.kill();
    }

    void startAgain() {
        child = begin();
        await();
    }

    /// Starts it and kills it a moment later, ready or not.
    void startAndKill(Duration moment) {
        child = begin();
        LockSupport.parkNanos(moment.toNanos());
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }
}
