package io.heddle.registry.eureka;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes what is shown as XML: a name that begins with `@` is an attribute, `$` is the text, a list is an element
/// again and again. Names that are no XML names are left out.
final class XmlText {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private final StringBuilder out = new StringBuilder(4096);

    XmlText element(String name, Object value) {
        switch (value) {
            case List<?> list -> list.forEach(item -> element(name, item));
            case Map<?, ?> map when NAME.matcher(name).matches() -> object(named(name), map);
            case Object scalar
            when NAME.matcher(name).matches() -> {
                out.append('<').append(named(name)).append('>');
                escape(scalar.toString());
                out.append("</").append(named(name)).append('>');
            }
            default -> {}
        }
        return this;
    }

    /// This one field has another case in XML.
    private static String named(String name) {
        return name.equals("overriddenStatus") ? "overriddenstatus" : name;
    }

    private void object(String name, Map<?, ?> map) {
        out.append('<').append(name);
        map.forEach((key, value) -> {
            if (key.toString().startsWith("@")) {
                out.append(' ')
                        .append(key.toString(), 1, key.toString().length())
                        .append("=\"");
                escape(value.toString());
                out.append('"');
            }
        });
        out.append('>');
        map.forEach((key, value) -> {
            if (key.equals("$")) {
                escape(value.toString());
            } else {
                element(key.toString(), value);
            }
        });
        out.append("</").append(name).append('>');
    }

    /// Text that came from outside; what XML cannot hold at all is left out.
    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                default -> {
                    if (allowed(c)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
