package io.heddle.db.sql;

/// Which way rows are ordered.
public enum Direction {
    /// The smallest first.
    ASCENDING("asc"),
    /// The largest first.
    DESCENDING("desc");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
