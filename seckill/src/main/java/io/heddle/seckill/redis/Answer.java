package io.heddle.seckill.redis;

import java.time.Instant;
import java.util.List;

/// What a script answered: a word, the number of the last event, and what the word needs.
final class Answer {
    private final List<Object> parts;

    Answer(List<Object> parts) {
        this.parts = parts;
    }

    String word() {
        return text(0);
    }

    /// The number of the last event that it knows of.
    long number() {
        return number(1);
    }

    String text(int place) {
        return String.valueOf(parts.get(place));
    }

    long number(int place) {
        return Long.parseLong(text(place));
    }

    Instant time(int place) {
        return Instant.ofEpochMilli(number(place));
    }
}
