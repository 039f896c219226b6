package io.heddle.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.kit.metrics.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    private final Metrics metrics = Metrics.create();

    @Test
    void nestsClientAndServerSpansInOneTree() throws IOException {
        try (Collector collector = new Collector(202);
                Traces traces = open(collector.url())) {
            Map<String, String> sent = new HashMap<>();
            TraceSpan edge = traces.server("Gateway.add", name -> null);
            edge.call(() -> {
                try (TraceSpan client = traces.client("CalcApi.add")) {
                    client.inject(sent::put);
                }
                return edge;
            });
            try (TraceSpan callee = traces.server("CalcApi.add", sent::get)) {
                callee.tag("http.path", "/add/{a}/{b}");
                callee.error("status 500");
            }
            edge.close();

            List<JsonNode> spans = collector.await(3);
            JsonNode client = find(spans, "CLIENT", "calcapi.add");
            JsonNode callee = find(spans, "SERVER", "calcapi.add");
            JsonNode root = find(spans, "SERVER", "gateway.add");
            assertThat(root.get("traceId").asString()).hasSize(32);
            assertThat(root.has("parentId")).isFalse();
            assertThat(client.get("parentId")).isEqualTo(root.get("id"));
            assertThat(callee.get("parentId")).isEqualTo(client.get("id"));
            assertThat(callee.get("traceId")).isEqualTo(root.get("traceId"));
            assertThat(callee.get("tags").get("error").asString()).isEqualTo("status 500");
            assertThat(callee.get("localEndpoint").get("serviceName").asString())
                    .isEqualTo("sample");
            assertThat(sent).containsKeys("X-B3-TraceId", "X-B3-SpanId", "X-B3-Sampled");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b3=" + TRACE + "-" + SPAN + "-1",
                "b3=" + TRACE + "-" + SPAN + "-d-0000000000000001",
                "X-B3-TraceId=" + TRACE + ",X-B3-SpanId=" + SPAN + ",X-B3-Sampled=1",
                "X-B3-TraceId=" + TRACE + ",X-B3-SpanId=" + SPAN + ",X-B3-Flags=1",
                "traceparent=00-" + TRACE + "-" + SPAN + "-01"
            })
    void goesOnWithTheTraceOfTheCaller(String headers) throws IOException {
        try (Collector collector = new Collector(202);
                Traces traces = open(collector.url())) {
            traces.server("x", map(headers)::get).close();

            JsonNode span = collector.await(1).getFirst();
            assertThat(span.get("traceId").asString()).isEqualTo(TRACE);
            assertThat(span.get("parentId").asString()).isEqualTo(SPAN);
            assertThat(span.get("id").asString()).isNotEqualTo(SPAN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b3=0",
                "b3=" + TRACE + "-" + SPAN + "-0",
                "X-B3-Sampled=0",
                "traceparent=00-" + TRACE + "-" + SPAN + "-00"
            })
    void doesNotRecordWhatTheCallerDecidedNotTo(String headers) {
        try (Traces traces = open("http://127.0.0.1:1/")) {
            TraceSpan span = traces.server("x", map(headers)::get);
            Map<String, String> sent = new HashMap<>();
            span.call(() -> {
                traces.client("y").inject(sent::put);
                return span;
            });

            assertThat(span.recording()).isFalse();
            assertThat(sent).containsEntry("X-B3-Sampled", "0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b3=",
                "b3=x-y-1",
                "b3=" + TRACE,
                "traceparent=00-" + TRACE + "-" + SPAN,
                "traceparent=ff-" + TRACE + "-" + SPAN + "-01",
                "traceparent=00-00000000000000000000000000000000-" + SPAN + "-01",
                "X-B3-TraceId=" + TRACE,
                "X-B3-TraceId=" + TRACE + ",X-B3-SpanId=\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660\u0660"
            })
    void beginsAnewWhenTheHeadersMakeNoSense(String headers) {
        try (Traces traces = open("http://127.0.0.1:1/")) {
            TraceSpan span = traces.server("x", map(headers)::get);

            assertThat(span.recording()).isTrue();
            assertThat(span.ids().trace()).hasSize(32).isNotEqualTo(TRACE);
        }
    }

    @Test
    void carriesATraceOnThoughItRecordsNothing() {
        Map<String, String> sent = new HashMap<>();
        try (Traces traces = Traces.off()) {
            TraceSpan span = traces.server("x", Map.of("b3", TRACE + "-" + SPAN + "-1")::get);
            span.call(() -> {
                assertThat(Traces.current().trace()).isEqualTo(TRACE);
                traces.client("y").inject(sent::put);
                return span;
            });
        }

        assertThat(Traces.current()).isEqualTo(TraceSpan.Ids.NONE);
        assertThat(sent)
                .containsOnly(
                        Map.entry("X-B3-TraceId", TRACE),
                        Map.entry("X-B3-SpanId", SPAN),
                        Map.entry("X-B3-Sampled", "1"));
    }

    @Test
    void recordsOnlyItsShare() {
        TraceSettings none =
                new TraceSettings("http://127.0.0.1:1/", 0, 100, 10, Duration.ofSeconds(1), ms(100), Map.of());
        try (Traces traces = Traces.open(none, "sample", metrics)) {
            TraceSpan span = traces.server("x", name -> null);
            Map<String, String> sent = new HashMap<>();
            span.inject(sent::put);

            assertThat(span.recording()).isFalse();
            assertThat(sent).containsOnly(Map.entry("X-B3-Sampled", "0"));
        }
    }

    @Test
    void countsWhatACollectorThatIsAwayCosts() {
        TraceSettings away = new TraceSettings("http://127.0.0.1:1/", 1, 1_000_000, 10, ms(10), ms(200), Map.of());
        try (Traces traces = Traces.open(away, "sample", metrics)) {
            for (int i = 0; i < 1000; i++) {
                traces.server("x", name -> null).close();
            }
            Awaitility.await().until(() -> !metrics.scrape().contains("trace_spans_dropped_total 0.0"));
            assertThat(metrics.scrape()).contains("trace_spans_total 1000");
        }
    }

    @Test
    void bearsACollectorThatRefuses() throws IOException {
        try (Collector collector = new Collector(500);
                Traces traces = open(collector.url())) {
            traces.server("x", name -> null).close();
            Awaitility.await().until(() -> metrics.scrape().contains("trace_messages_failed_total 1"));
        }
    }

    @Test
    void aCollectorThatNeverAnswersHoldsNobodyUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Traces traces = Traces.open(
                        new TraceSettings(
                                "http://127.0.0.1:" + silent.getLocalPort() + '/',
                                1,
                                1_000_000,
                                10,
                                ms(10),
                                ms(300),
                                Map.of()),
                        "sample",
                        metrics)) {
            for (int i = 0; i < 1000; i++) {
                traces.server("x", name -> null).close();
            }
            Awaitility.await().until(() -> !metrics.scrape().contains("trace_spans_dropped_total 0.0"));
        }
    }

    @Test
    void aRouteMayHaveAShareOfItsOwn() {
        Map<String, Map<String, Double>> routes = Map.of("CalcApi", Map.of("add", 1.0, "divide", 0.0));
        TraceSettings some = new TraceSettings("http://127.0.0.1:1/", 0, 1_000_000, 10, ms(10), ms(100), routes);
        try (Traces traces = Traces.open(some, "sample", metrics)) {
            assertThat(traces.server("CalcApi.add", name -> null).recording()).isTrue();
            assertThat(traces.server("CalcApi.divide", name -> null).recording())
                    .isFalse();
            assertThat(traces.server("CalcApi.batch", name -> null).recording()).isFalse();
        }
    }

    @Test
    void refusesAShareThatIsNone() {
        assertThatThrownBy(() -> new TraceSettings("", 1, 1, 1, ms(1), ms(1), Map.of("CalcApi", Map.of("add", -0.5))))
                .hasMessage("trace route CalcApi.add must be from 0 to 1");
        assertThatThrownBy(() -> new TraceSettings("", 1.5, 1, 1, ms(1), ms(1), Map.of()))
                .hasMessage("trace sample must be from 0 to 1");
    }

    private Traces open(String url) {
        return Traces.open(new TraceSettings(url, 1, 1_000_000, 1000, ms(50), ms(500), Map.of()), "sample", metrics);
    }

    private static Duration ms(int millis) {
        return Duration.ofMillis(millis);
    }

    private static Map<String, String> map(String headers) {
        Map<String, String> map = new HashMap<>();
        for (String header : headers.split(",")) {
            map.put(header.substring(0, header.indexOf('=')), header.substring(header.indexOf('=') + 1));
        }
        return map;
    }

    private static JsonNode find(List<JsonNode> spans, String kind, String name) {
        return spans.stream()
                .filter(span -> span.path("kind").asString().equals(kind)
                        && span.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
