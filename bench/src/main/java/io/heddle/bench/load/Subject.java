package io.heddle.bench.load;

import io.heddle.bench.process.Child;
import java.util.ArrayList;
import java.util.List;

/// What is loaded, and whose CPU time is counted.
///
/// @param name in the table
/// @param measured the processes whose CPU time counts
/// @param url what is asked for
/// @param script lines of Lua for `wrk`, none for a plain GET
/// @param threads how many threads load it
public record Subject(String name, List<Child> measured, String url, List<String> script, int threads) {
    private static final int THREADS = 2;

    /// Copies what it is given.
    public Subject {
        measured = List.copyOf(measured);
        script = List.copyOf(script);
    }

    /// A plain GET.
    public static Subject get(String name, Child measured, String url) {
        return new Subject(name, List.of(measured), url, List.of(), THREADS);
    }

    /// Another method, which says that it sends JSON and wants JSON.
    public static Subject send(String name, Child measured, String method, String url) {
        return get(name, measured, url)
                .with("wrk.method = '" + method + "'")
                .with("wrk.headers['Content-Type'] = 'application/json'")
                .json();
    }

    /// The same with a body.
    public Subject body(String text) {
        return with("wrk.body = '" + text + "'");
    }

    /// The same, asking for JSON.
    public Subject json() {
        return with("wrk.headers['Accept'] = 'application/json'");
    }

    private Subject with(String line) {
        List<String> more = new ArrayList<>(script);
        more.add(line);
        return new Subject(name, measured, url, more, threads);
    }
}
