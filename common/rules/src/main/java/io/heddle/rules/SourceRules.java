package io.heddle.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// What can be told from a source alone: lengths, widths, parameters, nesting, and that a room says what it is for.
final class SourceRules {
    static final int MAX_MAIN_LINES = 250;
    static final int MAX_TEST_LINES = 400;

    private static final int MAX_COLUMNS = 120;
    private static final int MAX_FILES = 12;

    private final Path root;
    private final int maxLines;

    SourceRules(Path root, int maxLines) {
        this.root = root;
        this.maxLines = maxLines;
    }

    List<String> violations() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<Path> files = files();
        List<String> violations = new ArrayList<>();
        files.forEach(file -> violations.addAll(checkText(file)));
        violations.addAll(checkRooms(files));
        violations.addAll(checkMethods(files));
        return violations;
    }

    private List<Path> files() {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> checkText(Path file) {
        List<String> violations = new ArrayList<>();
        List<String> lines = lines(file);
        if (lines.size() > maxLines) {
            violations.add(name(file) + " has " + lines.size() + " lines, more than " + maxLines);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > MAX_COLUMNS && !lines.get(i).startsWith("import ")) {
                violations.add(name(file) + ':' + (i + 1) + " is wider than " + MAX_COLUMNS + " columns");
            }
            if (lines.get(i).contains("TO" + "DO")) {
                violations.add(name(file) + ':' + (i + 1) + " leaves something to be done");
            }
        }
        return violations;
    }

    private List<String> checkRooms(List<Path> files) {
        List<String> violations = new ArrayList<>();
        boolean main = maxLines == MAX_MAIN_LINES;
        Map<Path, List<Path>> rooms = files.stream().collect(Collectors.groupingBy(Path::getParent));
        rooms.forEach((room, inside) -> {
            boolean introduced = inside.stream().anyMatch(file -> file.endsWith("package-info.java"));
            int count = inside.size() - (introduced ? 1 : 0);
            if (main && !introduced) {
                violations.add("the room " + name(room) + " has no package-info.java");
            }
            if (main && count > MAX_FILES) {
                violations.add("the room " + name(room) + " has " + count + " files, more than " + MAX_FILES);
            }
        });
        return violations;
    }

    private List<String> checkMethods(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
            List<String> violations = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                String file = name(Path.of(unit.getSourceFile().toUri()));
                new MethodScanner(task, unit, file, violations).scan(unit, null);
            }
            return violations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(Path file) {
        return root.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
    }
}
