package io.heddle.db.watch;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A statement without its values: what is the same for all that differ only in values.
///
/// @param name the verb and the first table, as `select article`
/// @param text one line, literals as `?`, lists as `(?..)`
record Normal(String name, String text) {
    private static final int LONGEST = 1000;
    private static final Pattern LITERAL = Pattern.compile(
            "'(?:[^'\\\\]++|''|\\\\.)*+'?|\"(?:[^\"\\\\]++|\"\"|\\\\.)*+\"?|/\\*.*?\\*/|(?:--[ \\t]|#)[^\\n]*"
                    + "|(?<![\\w.`])[-+]?\\d[\\w.]*(?:e[-+]?\\d+)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LIST = Pattern.compile("\\( ?\\?(?: ?, ?\\?)+ ?\\)");
    private static final Pattern LISTS = Pattern.compile("\\((?:\\?\\.\\.|\\?)\\)(?: ?, ?\\((?:\\?\\.\\.|\\?)\\))+");
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|into|update|table)\\s+[`\"]?([\\w.]+)", Pattern.CASE_INSENSITIVE);

    static Normal of(String sql) {
        String plain = LITERAL.matcher(sql).replaceAll(found -> isComment(found.group()) ? " " : "?");
        plain = SPACE.matcher(plain).replaceAll(" ").strip();
        plain = LIST.matcher(plain).replaceAll("(?..)");
        plain = LISTS.matcher(plain).replaceAll("(?..)..");
        String shortened = plain.length() > LONGEST ? plain.substring(0, LONGEST) + ".." : plain;
        return new Normal(name(plain), shortened);
    }

    private static boolean isComment(String found) {
        return found.startsWith("/*") || found.startsWith("--") || found.startsWith("#");
    }

    private static String name(String plain) {
        int end = plain.indexOf(' ');
        String verb = (end < 0 ? plain : plain.substring(0, end)).toLowerCase(Locale.ROOT);
        Matcher table = TABLE.matcher(plain);
        return table.find() ? verb + ' ' + table.group(1).toLowerCase(Locale.ROOT) : verb;
    }
}
