package io.heddle.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One results file in the making. Used by one thread.
public final class Report {
    private final String name;
    private final String title;
    private final String command;
    private final List<String> columns;
    private final Machine machine = Machine.here();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> aims = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Report(String name, String title, List<String> columns) {
        this.name = name;
        this.title = title;
        this.command = "./heddle bench " + name;
        this.columns = columns;
    }

    /// Begins the report of a benchmark.
    public static Report of(String name, String title, String... columns) {
        return new Report(name, title, List.of(columns));
    }

    /// Adds a row, one cell for each column.
    public Report row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("a row has " + columns.size() + " cells");
        }
        rows.add(List.of(cells));
        System.out.println(name + ": " + String.join(" | ", cells));
        return this;
    }

    /// Says whether an aim was met.
    ///
    /// @param why the reason to give when it was missed
    public Report atMost(String what, double value, double limit, String why) {
        return aim(what + ": " + number(value) + ", aim at most " + number(limit), value, value <= limit, why);
    }

    /// Says whether an aim was met.
    ///
    /// @param why the reason to give when it was missed
    public Report atLeast(String what, double value, double limit, String why) {
        return aim(what + ": " + number(value) + ", aim at least " + number(limit), value, value >= limit, why);
    }

    /// What has no figure was not measured, and so not met.
    private Report aim(String text, double value, boolean met, String why) {
        boolean measured = value > 0 && Double.isFinite(value);
        String verdict = !measured ? "**not measured**" : met ? "**met**" : "**missed**. " + why;
        aims.add(text + ": " + verdict);
        return this;
    }

    /// Adds a sentence below the table.
    public Report note(String text) {
        notes.add(text);
        return this;
    }

    /// A figure with three digits that count; a dash where there is none.
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    /// Writes it into a folder as `name.md`.
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".md"), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(title).append("\n\n");
        out.append("- date: ").append(LocalDate.now(ZoneOffset.UTC)).append('\n');
        out.append("- machine: ").append(machine).append('\n');
        out.append("- command: `").append(command).append("`\n\n");
        line(out, columns);
        line(out, columns.stream().map(column -> "---").toList());
        rows.forEach(row -> line(out, row));
        section(out, "Aims", aims);
        section(out, "How to read it", notes);
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static void section(StringBuilder out, String heading, List<String> items) {
        if (!items.isEmpty()) {
            out.append("\n## ").append(heading).append("\n\n");
            items.forEach(item -> out.append("- ").append(item).append('\n'));
        }
    }
}
