package io.heddle.registry.page;

/// Writes HTML. Every text is escaped; only the names of elements and classes are taken as they are.
final class Html {
    private final StringBuilder out = new StringBuilder(8192);

    /// Markup that holds nothing from outside.
    Html markup(String markup) {
        out.append(markup);
        return this;
    }

    /// An element with a text.
    Html element(String name, String text) {
        out.append('<').append(name).append('>');
        escape(text);
        out.append("</").append(name).append('>');
        return this;
    }

    /// An element of a class with a text.
    Html element(String name, String style, String text) {
        out.append('<').append(name).append(" class=\"").append(style).append("\">");
        escape(text);
        out.append("</").append(name).append('>');
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

    @Override
    public String toString() {
        return out.toString();
    }
}
