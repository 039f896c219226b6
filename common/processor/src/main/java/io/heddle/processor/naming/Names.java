package io.heddle.processor.naming;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives each wish a name that is not taken yet, by a number behind it.
public final class Names {
    private final Set<String> taken;

    /// Begins with names that are taken.
    public Names(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /// The wish itself, or the wish with the first free number from 2.
    public String fresh(String wish) {
        String name = wish;
        for (int number = 2; !taken.add(name); number++) {
            name = wish + number;
        }
        return name;
    }

    /// `requestId` as `request_id`, by the very rule that Jackson's snake case has.
    public static String snake(String name) {
        var snake = new StringBuilder(name.length() + 8);
        boolean afterCapital = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean capital = Character.isUpperCase(c);
            if (capital && !afterCapital && !snake.isEmpty() && snake.charAt(snake.length() - 1) != '_') {
                snake.append('_');
            }
            if (i > 0 || c != '_') {
                snake.append(Character.toLowerCase(c));
            }
            afterCapital = capital;
        }
        return snake.toString();
    }

    /// `requestId` as `Request-Id`.
    public static String header(String name) {
        return Stream.of(snake(name).split("_", -1))
                .filter(word -> !word.isEmpty())
                .map(Names::capitalised)
                .collect(Collectors.joining("-"));
    }

    /// `requestId` as `REQUEST_ID`.
    public static String constant(String name) {
        return snake(name).toUpperCase(Locale.ROOT);
    }

    /// `requestId` as `RequestId`.
    public static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
