package io.heddle.db.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationInfo;

/// Who wrote which step: a step in Java says it, one in SQL in a comment `-- author: NAME` before its first
/// statement.
final class Authors {
    private static final Pattern LINE = Pattern.compile("--\\s*author:\\s*(\\S.*?)\\s*", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 100;

    private final ClassLoader loader;
    private final String folder;
    private final String standard;
    private final Map<String, String> coded = new HashMap<>();

    Authors(ClassLoader loader, String folder, String standard, List<JavaStep> steps) {
        this.loader = loader;
        this.folder = folder;
        this.standard = standard;
        steps.forEach(step -> coded.put(new Coded(step).getVersion().getVersion(), step.author()));
    }

    /// The author of a step, cut to what its record holds.
    String of(MigrationInfo step) {
        String author = Optional.ofNullable(coded.get(step.getVersion().getVersion()))
                .or(() -> inScript(step.getScript()))
                .orElse(standard);
        return author.length() > LONGEST ? author.substring(0, LONGEST) : author;
    }

    private Optional<String> inScript(String script) {
        try (InputStream resource = loader.getResourceAsStream(folder + '/' + script)) {
            if (resource == null) {
                return Optional.empty();
            }
            return new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .takeWhile(line -> line.isEmpty() || line.startsWith("--"))
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("the step " + script + " cannot be read", e);
        }
    }
}
