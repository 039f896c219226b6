package io.heddle.kit.log;

/// How an event is written to the console.
public enum LogFormat {
    /// One readable line, and the stack trace of a failure below it.
    CONSOLE,
    /// One JSON object a line, for Elasticsearch.
    JSON
}
