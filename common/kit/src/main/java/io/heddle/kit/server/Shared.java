package io.heddle.kit.server;

import io.heddle.kit.json.Json;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.server.answer.AnswerRules;
import io.heddle.kit.server.cors.Cors;
import io.heddle.kit.server.envelope.Envelope;
import io.heddle.kit.server.peer.PeerRate;
import io.heddle.kit.server.stream.EventStreams;
import io.heddle.kit.trace.Traces;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// What all requests of a server have in common.
///
/// @param draining whether connections are to end with the answer in hand
/// @param inFlight how many requests are being answered
/// @param rate how often each peer may ask
record Shared(
        ServerSettings settings,
        Json json,
        Cors cors,
        Traces traces,
        Metrics metrics,
        AnswerRules rules,
        EventStreams streams,
        AtomicBoolean draining,
        AtomicInteger inFlight,
        PeerRate rate) {
    static Shared of(ServerSettings settings, Json json, Traces traces, Metrics metrics) {
        AtomicBoolean draining = new AtomicBoolean();
        AnswerRules rules = new AnswerRules(new Envelope(json), settings.gzip(), settings.gzipMin(), draining::get);
        Cors cors = new Cors(settings.cors());
        EventStreams streams = new EventStreams(json, settings.heartbeat());
        return new Shared(
                settings,
                json,
                cors,
                traces,
                metrics,
                rules,
                streams,
                draining,
                new AtomicInteger(),
                new PeerRate(settings.maxRate()));
    }

    Envelope envelope() {
        return rules.envelope();
    }
}
