package io.heddle.seckill.journalled;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
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

    /// A broken engine; each edit is the type, what is there, and what stands there instead.
    static Mutant of(String name, String... edits) {
        List<Edit> list = new ArrayList<>();
        for (int i = 0; i < edits.length; i += 3) {
            list.add(new Edit(edits[i], edits[i + 1], edits[i + 2]));
        }
        return new Mutant(name, list);
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
