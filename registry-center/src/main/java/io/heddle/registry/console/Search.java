package io.heddle.registry.console;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.reply.Page;
import io.heddle.registry.entry.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Words that must each be somewhere in what is known of an instance.
final class Search implements Predicate<Entry> {
    private static final int LONGEST = 200;
    private static final int MOST_PAGE = 1_000_000;
    private static final int MOST_LIMIT = 500;

    private final List<String> words;

    private Search(List<String> words) {
        this.words = words;
    }

    static Search of(String text) {
        if (text.length() > LONGEST) {
            throw ServiceException.invalid("q", "must be at most " + LONGEST + " characters");
        }
        String lower = text.toLowerCase(Locale.ROOT).strip();
        return new Search(lower.isEmpty() ? List.of() : List.of(lower.split("\\s+")));
    }

    @Override
    public boolean test(Entry entry) {
        return words.stream().allMatch(word -> in(entry, word));
    }

    boolean in(String name) {
        return words.stream().allMatch(word -> has(name, word));
    }

    private static boolean in(Entry entry, String word) {
        return has(entry.name(), word)
                || has(entry.service(), word)
                || has(entry.details().zone(), word)
                || has(entry.details().version(), word)
                || has(entry.status().name(), word)
                || has(entry.origin().facade(), word)
                || has(entry.origin().id(), word)
                || entry.details().metadata().entrySet().stream().anyMatch(pair -> in(pair, word))
                || entry.details().methods().stream().anyMatch(method -> has(method, word));
    }

    private static boolean in(Map.Entry<String, String> pair, String word) {
        return has(pair.getKey() + '=' + pair.getValue(), word);
    }

    private static boolean has(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }

    /// One page of all that was found.
    static <T> Page<T> page(List<T> all, int page, int limit) {
        if (page < 1 || page > MOST_PAGE) {
            throw ServiceException.invalid("page", "must be from 1 to " + MOST_PAGE);
        }
        if (limit < 1 || limit > MOST_LIMIT) {
            throw ServiceException.invalid("limit", "must be from 1 to " + MOST_LIMIT);
        }
        int from = (int) Math.min(all.size(), (page - 1L) * limit);
        return new Page<>(all.subList(from, Math.min(all.size(), from + limit)), all.size(), page, limit);
    }
}
