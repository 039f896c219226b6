package io.heddle.kit.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.heddle.kit.trace.TraceSpan;
import io.heddle.kit.trace.Traces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Takes events in from any thread without waiting and writes them from one of its own. The ids of the trace are
/// put in by the thread that logs.
final class QueueAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private static final int BATCH = 256;
    private static final long POLL_MS = 100;
    private static final long CLOSE_MS = 2000;

    private final BlockingQueue<ILoggingEvent> queue;
    private final List<Appender<ILoggingEvent>> targets;
    private final LongAdder dropped = new LongAdder();
    private final Thread writer =
            Thread.ofPlatform().daemon().name("log-writer").unstarted(this::write);

    QueueAppender(int size, List<Appender<ILoggingEvent>> targets) {
        this.queue = new ArrayBlockingQueue<>(size);
        this.targets = List.copyOf(targets);
    }

    long dropped() {
        return dropped.sum();
    }

    @Override
    public void start() {
        super.start();
        writer.start();
    }

    /// Writes what waits and ends.
    @Override
    public void stop() {
        super.stop();
        try {
            writer.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        targets.forEach(Appender::stop);
    }

    @Override
    protected void append(ILoggingEvent event) {
        TraceSpan.Ids ids = Traces.current();
        if (!ids.trace().isEmpty() && event instanceof LoggingEvent own) {
            Map<String, String> fields = new HashMap<>(
                    org.slf4j.MDC.getCopyOfContextMap() == null ? Map.of() : org.slf4j.MDC.getCopyOfContextMap());
            fields.put("trace_id", ids.trace());
            fields.put("span_id", ids.span());
            own.setMDCPropertyMap(fields);
        }
        event.prepareForDeferredProcessing();
        if (!queue.offer(event)) {
            dropped.increment();
        }
    }

    private void write() {
        List<ILoggingEvent> batch = new ArrayList<>(BATCH);
        while (isStarted() || !queue.isEmpty()) {
            try {
                ILoggingEvent first = queue.poll(POLL_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    batch.forEach(event -> targets.forEach(target -> target.doAppend(event)));
                    batch.clear();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
