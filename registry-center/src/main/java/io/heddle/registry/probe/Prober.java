package io.heddle.registry.probe;

import java.net.InetAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Probes addresses, a limited number at the same time, each on a thread of its own. Any thread may call.
public final class Prober {
    private final Probe probe;
    private final Executor executor;
    private final Semaphore slots;

    /// Makes one.
    ///
    /// @param executor runs each probe; it may block
    public Prober(ProbeSettings settings, Probe probe, Executor executor) {
        this.probe = probe;
        this.executor = executor;
        this.slots = new Semaphore(settings.atOnce(), true);
    }

    /// One that opens TCP connections.
    ///
    /// @param allowed which addresses may be connected to
    public static Prober tcp(ProbeSettings settings, Predicate<InetAddress> allowed) {
        return new Prober(
                settings,
                new TcpProbe(settings.timeout(), allowed),
                look -> Thread.ofVirtual().name("probe").start(look));
    }

    /// Looks at the address and tells what was seen, later and on another thread.
    public void look(String host, int port, Consumer<Probe.Sight> verdict) {
        executor.execute(() -> verdict.accept(look(host, port)));
    }

    private Probe.Sight look(String host, int port) {
        slots.acquireUninterruptibly();
        try {
            return probe.look(host, port);
        } finally {
            slots.release();
        }
    }
}
