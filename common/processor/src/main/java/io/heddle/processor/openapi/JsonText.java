package io.heddle.processor.openapi;

import java.util.List;
import java.util.Map;

/// Writes maps, lists, texts, numbers and truth values as indented JSON.
final class JsonText {
    private static final int LAST_CONTROL = 0x1f;

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    static String of(Object value) {
        JsonText json = new JsonText();
        json.write(value, "\n");
        return json.text.append('\n').toString();
    }

    private void write(Object value, String newLine) {
        switch (value) {
            case Map<?, ?> map -> writeObject(map, newLine);
            case List<?> list -> writeArray(list, newLine);
            case String string -> writeString(string);
            case Number number -> text.append(number);
            case Boolean truth -> text.append(truth);
            default -> throw new IllegalArgumentException("not JSON: " + value);
        }
    }

    private void writeObject(Map<?, ?> map, String newLine) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(separator).append(newLine).append("  ");
            writeString(entry.getKey().toString());
            text.append(": ");
            write(entry.getValue(), newLine + "  ");
            separator = ",";
        }
        text.append(map.isEmpty() ? "{}" : newLine + "}");
    }

    private void writeArray(List<?> list, String newLine) {
        String separator = "[";
        for (Object item : list) {
            text.append(separator).append(newLine).append("  ");
            write(item, newLine + "  ");
            separator = ",";
        }
        text.append(list.isEmpty() ? "[]" : newLine + "]");
    }

    private void writeString(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                default -> {
                    if (c <= LAST_CONTROL) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
