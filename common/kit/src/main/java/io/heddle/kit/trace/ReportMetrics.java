package io.heddle.kit.trace;

import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.metrics.Tally;
import zipkin2.reporter.ReporterMetrics;

/// Counts what the reporter does.
final class ReportMetrics implements ReporterMetrics {
    private final Tally spans;
    private final Tally dropped;
    private final Tally failed;

    ReportMetrics(Metrics metrics) {
        this.spans = metrics.counter("trace.spans", "Spans recorded.");
        this.dropped = metrics.counter("trace.spans.dropped", "Spans dropped: queue full, or the collector away.");
        this.failed = metrics.counter("trace.messages.failed", "Messages that the collector did not take.");
    }

    @Override
    public void incrementMessages() {}

    @Override
    public void incrementMessagesDropped(Throwable cause) {
        failed.increment();
    }

    @Override
    public void incrementSpans(int quantity) {
        spans.add(quantity);
    }

    @Override
    public void incrementSpanBytes(int quantity) {}

    @Override
    public void incrementMessageBytes(int quantity) {}

    @Override
    public void incrementSpansDropped(int quantity) {
        dropped.add(quantity);
    }

    @Override
    public void updateQueuedSpans(int update) {}

    @Override
    public void updateQueuedBytes(int update) {}
}
