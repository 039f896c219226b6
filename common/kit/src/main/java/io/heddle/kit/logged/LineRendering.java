package io.heddle.kit.logged;

import io.heddle.contract.log.SecretNames;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes arguments as `name="Ann", items=[{sku="CUP"}, {sku="POT"}]`, on one line.
final class LineRendering implements Rendering {
    static final int LONGEST_LINE = 2048;
    static final int LONGEST_TEXT = 200;
    static final int MOST_ITEMS = 20;
    static final int DEEPEST = 8;

    private static final String MORE = "...";

    private final StringBuilder line = new StringBuilder(128);
    private int depth;

    private boolean full() {
        return line.length() >= LONGEST_LINE;
    }

    private void name(String name) {
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) != '[' && line.charAt(last) != '{' && line.charAt(last) != '=') {
            line.append(", ");
        }
        if (!name.isEmpty()) {
            text(name);
            line.append('=');
        }
    }

    @Override
    public void value(String name, @Nullable Object value) {
        if (full()) {
            return;
        }
        name(name);
        if (value instanceof CharSequence || value instanceof Character) {
            line.append('"');
            text(value.toString());
            line.append('"');
        } else {
            text(String.valueOf(value));
        }
    }

    private void text(String text) {
        int end = Math.min(text.length(), LONGEST_TEXT);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        line.append(end < text.length() ? MORE : "");
    }

    @Override
    public void secret(String name) {
        if (!full()) {
            name(name);
            line.append(SecretNames.MASK);
        }
    }

    @Override
    public void opaque(String name) {
        if (!full()) {
            name(name);
            line.append("(...)");
        }
    }

    @Override
    public <T> void within(String name, @Nullable T value, Parts<? super T> parts) {
        if (value == null || full() || depth == DEEPEST) {
            value(name, value == null ? null : MORE);
            return;
        }
        name(name);
        line.append('{');
        depth++;
        parts.write(this, value);
        depth--;
        line.append('}');
    }

    @Override
    public <T> void present(String name, Optional<T> value, Parts<? super T> parts) {
        if (value.isPresent() && !full()) {
            name(name);
            parts.write(this, value.get());
        }
    }

    @Override
    public <T> void each(String name, @Nullable Iterable<T> items, Parts<? super T> parts) {
        if (items == null || full()) {
            value(name, null);
            return;
        }
        name(name);
        line.append('[');
        int left = MOST_ITEMS;
        Iterator<T> iterator = items.iterator();
        while (iterator.hasNext() && left-- > 0 && !full()) {
            parts.write(this, iterator.next());
        }
        line.append(iterator.hasNext() ? ", ..." : "").append(']');
    }

    @Override
    public <T> void each(String name, T @Nullable [] items, Parts<? super T> parts) {
        each(name, items == null ? null : Arrays.asList(items), parts);
    }

    @Override
    public <V> void values(String name, @Nullable Map<?, V> map, Parts<? super V> parts) {
        if (map == null || full()) {
            value(name, null);
            return;
        }
        name(name);
        line.append('{');
        int left = MOST_ITEMS;
        for (Map.Entry<?, V> entry : map.entrySet()) {
            if (left-- == 0 || full()) {
                line.append(", ...");
                break;
            }
            entry(String.valueOf(entry.getKey()), entry.getValue(), parts);
        }
        line.append('}');
    }

    private <V> void entry(String key, V value, Parts<? super V> parts) {
        if (SecretNames.matches(key)) {
            secret(key);
        } else {
            name(key);
            parts.write(this, value);
        }
    }

    @Override
    public String toString() {
        return line.length() <= LONGEST_LINE ? line.toString() : line.substring(0, LONGEST_LINE) + MORE;
    }
}
