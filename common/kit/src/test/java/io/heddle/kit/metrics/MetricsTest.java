package io.heddle.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MetricsTest {
    @Test
    void printsWhatWasCountedAndTimed() {
        try (Metrics metrics = Metrics.create()) {
            metrics.counter("orders.won", "Orders won.", "engine", "journal").add(3);
            metrics.timer("orders.time", "Time of an order.").record(2_000_000);
            metrics.gauge("orders.open", () -> 7);

            assertThat(metrics.scrape())
                    .contains("# HELP orders_won_total Orders won.")
                    .contains("orders_won_total{engine=\"journal\"} 3")
                    .contains("orders_time_seconds_count 1")
                    .contains("orders_time_seconds_bucket{le=\"0.005\"} 1")
                    .contains("orders_open 7");
        }
    }

    @Test
    void givesTheSameMeterForTheSameNameAndTags() {
        try (Metrics metrics = Metrics.create()) {
            metrics.counter("a", "A.").increment();
            metrics.counter("a", "A.").increment();

            assertThat(metrics.scrape()).contains("a_total 2");
        }
    }

    @Test
    void printsTheProcess() {
        try (Metrics metrics = Metrics.create().withProcess()) {
            assertThat(metrics.scrape()).contains("jvm_memory_used_bytes", "process_uptime_seconds");
        }
    }
}
