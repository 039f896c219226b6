package io.heddle.bench.load;

import io.heddle.bench.process.Child;
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

    /// Another method with a JSON body, an empty one for none.
    public static Subject send(String name, Child measured, String method, String url, String body) {
        return new Subject(
                name,
                measured,
                url,
                List.of(
                        "wrk.method = '" + method + "'",
                        "wrk.headers['Content-Type'] = 'application/json'",
                        "wrk.headers['Accept'] = 'application/json'",
                        "wrk.body = '" + body + "'"));
    }

    /// The same with a header on each request.
    public Subject with(String header, String value) {
        var more = new java.util.ArrayList<>(script);
        more.add("wrk.headers['" + header + "'] = '" + value + "'");
        return new Subject(name, measured, url, List.copyOf(more));
    }
}
