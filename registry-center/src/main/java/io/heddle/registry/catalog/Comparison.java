package io.heddle.registry.catalog;

import io.heddle.registry.entry.Details;
import io.heddle.registry.entry.Entry;
import java.util.ArrayList;
import java.util.List;

/// Puts into words what became of an instance.
final class Comparison {
    private Comparison() {}

    static String between(Entry before, Entry after) {
        List<String> words = new ArrayList<>();
        if (before.status() != after.status() || before.held() != after.held()) {
            words.add(status(before) + " to " + status(after));
        }
        if (before.weight() != after.weight()) {
            words.add("weight " + before.weight() + " to " + after.weight());
        }
        if (!before.details().equals(after.details())) {
            words.add(String.join(", ", details(before.details(), after.details())));
        }
        if (!before.origin().equals(after.origin())) {
            words.add("registered through "
                    + (after.origin().foreign() ? after.origin().facade() : "registry"));
        }
        return String.join(", ", words);
    }

    private static String status(Entry entry) {
        return entry.held() ? entry.status() + " held" : entry.status().name();
    }

    private static List<String> details(Details before, Details after) {
        List<String> words = new ArrayList<>();
        changed("zone", before.zone(), after.zone(), words);
        changed("version", before.version(), after.version(), words);
        changed("time to live", before.ttl(), after.ttl(), words);
        changed("metadata", before.metadata(), after.metadata(), words);
        changed("methods", before.methods(), after.methods(), words);
        return words;
    }

    private static void changed(String what, Object before, Object after, List<String> words) {
        if (!before.equals(after)) {
            words.add(what);
        }
    }
}
