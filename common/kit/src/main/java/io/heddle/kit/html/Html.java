package io.heddle.kit.html;

import java.nio.charset.StandardCharsets;

/// Writes HTML. Every text is escaped; only markup and the names of elements and classes are taken as they are. Used by
/// one thread.
public final class Html {
    private final StringBuilder out = new StringBuilder(8192);

    /// Markup that holds nothing from outside.
    public Html markup(String markup) {
        out.append(markup);
        return this;
    }

    /// An element with a text.
    public Html element(String name, String text) {
        out.append('<').append(name).append('>');
        escape(text);
        out.append("</").append(name).append('>');
        return this;
    }

    /// An element of a class with a text.
    public Html element(String name, String style, String text) {
        out.append('<').append(name).append(" class=\"").append(style).append("\">");
        escape(text);
        out.append("</").append(name).append('>');
        return this;
    }

    /// A text.
    public Html text(String text) {
        escape(text);
        return this;
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
            }
        });
    }

    /// The page as it is sent.
    public byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
