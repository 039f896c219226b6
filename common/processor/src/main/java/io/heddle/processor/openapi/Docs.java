package io.heddle.processor.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/// Reads doc comments, Markdown or Javadoc, as the plain words of an API document.
final class Docs {
    private static final Pattern PARAM = Pattern.compile("@param\\s+(\\S+)\\s+((?:(?!\\n\\s*@)[\\s\\S])*)");
    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@\\w+");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s+([^}]*)}");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s|\\n\\s*\\n");

    private final Elements elements;

    Docs(Elements elements) {
        this.elements = elements;
    }

    /// What a comment says.
    ///
    /// @param summary its first sentence
    /// @param description what follows it
    /// @param whole both
    /// @param parameters what it says of each parameter
    record Doc(String summary, String description, String whole, Map<String, String> parameters) {
        /// What it says of a parameter, empty when nothing.
        String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    Doc of(Element element) {
        String comment = elements.getDocComment(element);
        return comment == null ? new Doc("", "", "", Map.of()) : parse(comment);
    }

    private static Doc parse(String comment) {
        Matcher tag = BLOCK_TAG.matcher(comment);
        String text = tag.find() ? comment.substring(0, tag.start()) : comment;
        String whole = plain(text);
        String[] halves = SENTENCE_END.split(whole, 2);
        return new Doc(oneLine(halves[0]), halves.length == 2 ? halves[1].strip() : "", whole, parameters(comment));
    }

    private static Map<String, String> parameters(String comment) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher param = PARAM.matcher(comment);
        while (param.find()) {
            parameters.putIfAbsent(param.group(1), oneLine(plain(param.group(2))));
        }
        return parameters;
    }

    private static String plain(String text) {
        return INLINE_TAG.matcher(text).replaceAll("$1").stripIndent().strip();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
