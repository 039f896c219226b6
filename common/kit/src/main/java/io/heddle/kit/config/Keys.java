package io.heddle.kit.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// The keys that records allow. A map stands for any name, written `*`.
final class Keys {
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])([A-Z])");

    private final List<String> patterns = new ArrayList<>();

    /// The keys of sections, each a record under its name.
    static Keys of(Map<String, Class<? extends Record>> sections) {
        Keys keys = new Keys();
        sections.forEach((name, type) -> keys.add(name, type));
        return keys;
    }

    private void add(String prefix, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            addValue(prefix + '.' + snake(component.getName()), component.getGenericType());
        }
    }

    private void addValue(String key, Type type) {
        switch (type) {
            case Class<?> record when record.isRecord() -> add(key, record);
            case ParameterizedType map
            when map.getRawType() == Map.class -> addValue(key + ".*", map.getActualTypeArguments()[1]);
            case ParameterizedType list
            when list.getRawType() == List.class -> {
                patterns.add(key);
                patterns.add(key + ".*");
            }
            default -> patterns.add(key);
        }
    }

    /// The name of a component as a key: `maxBody` is `max_body`.
    static String snake(String name) {
        return CAPITAL.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }

    boolean knows(String key) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, key));
    }

    private static boolean matches(String pattern, String key) {
        String[] expected = pattern.split("\\.");
        String[] actual = key.split("\\.");
        if (expected.length != actual.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!expected[i].equals("*") && !expected[i].equals(actual[i])) {
                return false;
            }
        }
        return true;
    }

    /// The key that an environment variable stands for; the name itself in lower case with dots when none does.
    String ofVariable(String variable) {
        String name = variable.substring(Sources.ENVIRONMENT_PREFIX.length());
        return patterns.stream()
                .filter(pattern ->
                        pattern.replace('.', '_').toUpperCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseGet(() -> name.toLowerCase(Locale.ROOT).replace('_', '.'));
    }

    /// The known key that is most like another.
    String nearest(String key) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String pattern : patterns) {
            int distance = distance(key, pattern);
            if (distance < least) {
                least = distance;
                best = pattern;
            }
        }
        return Objects.requireNonNull(best);
    }

    /// Levenshtein's distance by the method of Wagner and Fischer.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
