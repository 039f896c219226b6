package io.heddle.processor.path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/// Reads path templates.
public final class Templates {
    private static final String ALLOWED = "-._~!$&'()*+,;=:@";

    private Templates() {}

    /// Reads the template.
    ///
    /// @throws MalformedPathException when it is none
    public static Template read(String text) {
        if (!text.startsWith("/")) {
            throw new MalformedPathException("path '" + text + "' must begin with a slash: '/" + text + "'");
        }
        List<Template.Part> parts = new ArrayList<>();
        for (String segment :
                text.equals("/") ? new String[0] : text.substring(1).split("/", -1)) {
            if (!parts.isEmpty() && parts.getLast() instanceof Template.Rest) {
                throw new MalformedPathException(
                        "path '" + text + "' goes on after '" + parts.getLast().text() + "'; put that last");
            }
            parts.add(part(text, segment));
        }
        checkDuplicates(text, new Template(parts).placeholders());
        return new Template(parts);
    }

    private static Template.Part part(String text, String segment) {
        if (segment.isEmpty()) {
            throw new MalformedPathException("path '" + text + "' has an empty segment; take the extra slash out");
        }
        if (segment.indexOf('{') < 0 && segment.indexOf('}') < 0) {
            return literal(text, segment);
        }
        boolean whole = segment.startsWith("{") && segment.endsWith("}");
        if (!whole || segment.indexOf('{', 1) >= 0 || segment.indexOf('}') < segment.length() - 1) {
            throw new MalformedPathException("path '" + text + "' has a malformed segment '" + segment
                    + "'; a placeholder is a whole segment: '{name}'");
        }
        return placeholder(text, segment.substring(1, segment.length() - 1));
    }

    private static Template.Part placeholder(String text, String inner) {
        boolean rest = inner.endsWith(":+");
        String name = rest ? inner.substring(0, inner.length() - 2) : inner;
        if (name.indexOf(':') >= 0) {
            throw new MalformedPathException("path '" + text + "' has a pattern in '{" + inner
                    + "}', which is not supported; write '{" + name.substring(0, name.indexOf(':')) + "}'");
        }
        if (!SourceVersion.isIdentifier(name)) {
            throw new MalformedPathException("path '" + text + "' has a placeholder '{" + inner
                    + "}' that is no parameter name; write '{name}' or, last, '{name:+}'");
        }
        return rest ? new Template.Rest(name) : new Template.Segment(name);
    }

    private static Template.Part literal(String text, String segment) {
        if (segment.equals(".") || segment.equals("..")) {
            throw new MalformedPathException(
                    "path '" + text + "' has the segment '" + segment + "', which walks; name it");
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            boolean letter = c < 128 && Character.isLetterOrDigit(c);
            if (!letter && ALLOWED.indexOf(c) < 0 && !isEscape(segment, i)) {
                throw new MalformedPathException(
                        "path '" + text + "' has '" + c + "', which a path may not hold; write it as %XX");
            }
        }
        return new Template.Literal(segment);
    }

    private static boolean isEscape(String segment, int at) {
        return segment.charAt(at) == '%'
                && at + 2 < segment.length()
                && Character.digit(segment.charAt(at + 1), 16) >= 0
                && Character.digit(segment.charAt(at + 2), 16) >= 0;
    }

    private static void checkDuplicates(String text, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new MalformedPathException(
                        "path '" + text + "' has the placeholder '{" + name + "}' twice; rename one");
            }
        }
    }
}
