package io.heddle.bench.peers.clients;

import java.util.List;

/// What the server answers.
public record Enveloped(int code, Greeting data) {
    public record Greeting(long id, String text, List<String> tags) {}
}
