package io.heddle.bench.load;

import io.heddle.bench.process.Child;
import java.util.ArrayList;
import java.util.List;

/// What is loaded, and whose CPU time is counted.
///
/// @param name in the table
/// @param measured the process whose CPU time counts
/// @param url what is asked for
/// @param script lines of Lua for `wrk`, none for a plain GET
public record Subject(String name, Child measured, String url, List<String> script) {
    /// A plain GET.
    public static Subject get(String name, Child measured, String url) {
        return new Subject(name, measured, url, List.of());
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
        return new Subject(name, measured, url, List.copyOf(more));
    }
}
