package io.heddle.seckill.journalled;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The engine with something broken in its source: each edit replaces a piece of a file of the room, which must
/// be there once. It is compiled for itself and played with by the same simulation as the real one.
///
/// @param name what the broken engine does, as a sentence
/// @param edits what is broken
record Mutant(String name, List<Edit> edits) {
    private static final Path ROOM = Path.of("src/main/java/io/heddle/seckill/journalled");
    private static final String OWN = "io.heddle.seckill.journal";

    /// @param file the type
    /// @param was a piece of its source
    /// @param is what stands there instead
    record Edit(String file, String was, String is) {}

    /// All broken engines, from `mutants.txt`.
    static List<Mutant> all() {
        try (InputStream list = Mutant.class.getResourceAsStream("mutants.txt")) {
            List<Mutant> all = new ArrayList<>();
            String text = new String(list.readAllBytes(), StandardCharsets.US_ASCII);
            for (String part : text.split("\n\n")) {
                if (!part.startsWith("#")) {
                    all.add(read(part.lines().toList()));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mutant read(List<String> lines) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 1; i < lines.size(); i += 2) {
            String[] was = lines.get(i).split(": ", 2);
            String is = lines.get(i + 1).strip().substring(1).strip();
            edits.add(new Edit(was[0].strip(), was[1], is));
        }
        return new Mutant(lines.getFirst(), edits);
    }

    /// Its simulation.
    LongFunction<@Nullable String> simulation(Path folder) throws ReflectiveOperationException, IOException {
        compile(folder);
        Class<?> type = new Loader(folder).loadClass(Simulation.class.getName());
        Method run = type.getDeclaredMethod("run", long.class);
        run.setAccessible(true);
        return seed -> {
            try {
                return (String) run.invoke(null, seed);
            } catch (ReflectiveOperationException e) {
                return e.toString();
            }
        };
    }

    private void compile(Path folder) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Edit edit : edits) {
            String source = sources.getOrDefault(edit.file, Files.readString(ROOM.resolve(edit.file + ".java")));
            int place = source.indexOf(edit.was);
            if (place < 0 || source.indexOf(edit.was, place + 1) >= 0) {
                throw new AssertionError(edit.file + " has not exactly one: " + edit.was);
            }
            sources.put(edit.file, source.replace(edit.was, edit.is));
        }
        List<Path> files = new ArrayList<>();
        for (var source : sources.entrySet()) {
            files.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()));
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = Arrays.asList("-proc:none", "-nowarn", "-d", folder.toString());
            var units = manager.getJavaFileObjectsFromPaths(files);
            if (!compiler.getTask(messages, manager, null, options, null, units).call()) {
                throw new AssertionError(name + " does not compile: " + messages);
            }
        }
    }

    /// Loads the engine and its tests anew, broken classes first.
    private static final class Loader extends ClassLoader {
        private final Path folder;

        Loader(Path folder) {
            super(Mutant.class.getClassLoader());
            this.folder = folder;
        }

        @Override
        protected Class<?> loadClass(String type, boolean resolve) throws ClassNotFoundException {
            if (!type.startsWith(OWN)) {
                return super.loadClass(type, resolve);
            }
            synchronized (getClassLoadingLock(type)) {
                Class<?> loaded = findLoadedClass(type);
                return loaded == null ? define(type) : loaded;
            }
        }

        private Class<?> define(String type) throws ClassNotFoundException {
            String file = type.replace('.', '/') + ".class";
            try (InputStream broken = Files.exists(folder.resolve(file))
                    ? Files.newInputStream(folder.resolve(file))
                    : getParent().getResourceAsStream(file)) {
                byte[] bytes = broken.readAllBytes();
                return defineClass(type, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(type, e);
            }
        }
    }
}
