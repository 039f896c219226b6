package io.heddle.kit.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/// Makes meters and prints them. Safe for use by any thread. Asking for a meter looks up its name and tags, so keep
/// what is returned; using it costs some tens of nanoseconds.
public final class Metrics implements AutoCloseable {
    /// The content type of {@link #scrape()}.
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    private Metrics() {}

    /// An empty set of meters.
    public static Metrics create() {
        return new Metrics();
    }

    /// Adds the meters of the process: memory, collections, threads, processor, time since start.
    public Metrics withProcess() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        return this;
    }

    /// A count.
    ///
    /// @param name dotted, for example `http.client.retries`
    /// @param help one sentence
    /// @param tags keys and values in turn, of few different values
    public Tally counter(String name, String help, String... tags) {
        Counter counter = Counter.builder(name).description(help).tags(tags).register(registry);
        return counter::increment;
    }

    /// Durations, with buckets from 1 ms to 10 s.
    ///
    /// @param name dotted, without a unit
    /// @param help one sentence
    /// @param tags keys and values in turn, of few different values
    public Timing timer(String name, String help, String... tags) {
        Timer timer = Timer.builder(name)
                .description(help)
                .tags(tags)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        return nanos -> timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    /// A number that is read when the meters are printed.
    ///
    /// @param name dotted
    /// @param value gives the number; it may be called by any thread and does not block
    /// @param tags keys and values in turn, of few different values
    public void gauge(String name, DoubleSupplier value, String... tags) {
        Gauge.builder(name, value::getAsDouble).tags(tags).register(registry);
    }

    /// All meters in the Prometheus text format.
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
