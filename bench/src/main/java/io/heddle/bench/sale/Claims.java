package io.heddle.bench.sale;

import io.heddle.bench.load.Subject;
import io.heddle.bench.process.Child;
import java.util.List;

/// The two loads, for `wrk` with one thread.
enum Claims {
    /// Each request is of a user who never asked before, and all units are gone.
    MIXED("stock gone", Staging.GONE, 1),
    /// The first request of a user wins, the second is told so.
    ALL_WIN("all win", Staging.PLENTY, 2);

    /// More users than one turn can have.
    private static final long USERS = 10_000_000;

    private final String title;
    private final long sale;
    private final int requests;

    Claims(String title, long sale, int requests) {
        this.title = title;
        this.sale = sale;
        this.requests = requests;
    }

    String title() {
        return title;
    }

    String name(String engine) {
        return title + ": " + engine;
    }

    /// What is loaded. Users of one second are others than those of the next, so no turn meets those of another.
    Subject on(String engine, List<Child> measured, String url) {
        String path = "/activities/" + sale + "/seckill";
        List<String> script = List.of(
                "local user = os.time() % 10000000 * " + USERS + " * " + requests,
                "local headers = {['Content-Type'] = 'application/json'}",
                "request = function()",
                "  user = user + 1",
                "  local id = string.format('%.0f', math.floor(user / " + requests + "))",
                "  return wrk.format('POST', '" + path + "', headers, '{\"user_id\":' .. id .. '}')",
                "end");
        return new Subject(name(engine), measured, url, script, 1);
    }
}
