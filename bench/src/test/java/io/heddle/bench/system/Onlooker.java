package io.heddle.bench.system;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Looks at the view of each living node all the time, and notes what is missing in it.
final class Onlooker implements AutoCloseable {
    private final Views centres;
    private final Set<String> healthy;
    private final Set<Integer> left = ConcurrentHashMap.newKeySet();
    private final Queue<String> missed = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile boolean closed;

    /// @param healthy the instances that every node must name
    Onlooker(Views centres, Set<String> healthy) {
        this.centres = centres;
        this.healthy = healthy;
        thread.start();
    }

    /// That node is about to be killed.
    void leave(int number) {
        left.add(number);
    }

    /// It has started again.
    void back(int number) {
        left.remove(number);
    }

    private void run() {
        try {
            while (!closed) {
                for (int number = 0; number < centres.count(); number++) {
                    look(number);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(int number) {
        if (left.contains(number)) {
            return;
        }
        try {
            Map<String, String> view = centres.view(number);
            Set<String> gone = healthy.stream()
                    .filter(name -> !view.containsKey(name) || view.get(name).equals("DOWN"))
                    .collect(Collectors.toSet());
            if (!gone.isEmpty() && !left.contains(number)) {
                missed.add(Instant.now() + " node " + number + " does not name " + gone);
            }
        } catch (RuntimeException e) {
            if (!left.contains(number)) {
                missed.add(Instant.now() + " node " + number + ": " + e);
            }
        }
    }

    List<String> missed() {
        return List.copyOf(missed);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
