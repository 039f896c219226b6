package io.heddle.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// One run of javac with the processor.
///
/// @param diagnostics what javac said
/// @param origins which sources each generated file comes from
/// @param output the folder of sources, classes and resources that were written
record Compilation(List<Diagnostic<? extends JavaFileObject>> diagnostics, List<String> origins, Path output) {
    private static final Path KIT = Path.of("../kit/src/main/java/io/heddle/kit");
    private static final List<String> KIT_TYPES = List.of(
            "json/JsonType",
            "check/Addresses",
            "check/Moments",
            "check/Checks",
            "logged/Rendering",
            "logged/LineRendering",
            "logged/MethodLog",
            "trace/TraceSpan",
            "rpc/RpcTable",
            "rpc/RpcMethods",
            "rpc/RpcCall",
            "server/Routes",
            "server/Router",
            "server/Fields",
            "server/Exchange",
            "client/Endpoint",
            "client/Caller",
            "client/Call");

    /// Where the kit is compiled to, once.
    static final Path KIT_CLASSES = compileKit();

    /// A source file.
    ///
    /// @param path its path below the source folder
    /// @param text its text
    record Source(String path, String text) {
        static Source of(Path file) {
            try {
                return new Source(file.getFileName().toString(), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Compiles with every warning on and taken as an error.
    static Compilation strictly(Path output, List<Source> sources) {
        return of(
                output, sources, List.of("-Xlint:all,-processing,-classfile,-path,-options", "-Werror", "-parameters"));
    }

    /// Compiles with those options of javac.
    static Compilation of(Path output, List<Source> sources, List<String> options) {
        return run(output, sources, options, List.of(KIT_CLASSES));
    }

    /// Compiles the types of the kit that generated code calls, which is built after this module.
    private static Path compileKit() {
        Stream<Path> types = KIT_TYPES.stream().map(type -> KIT.resolve(type + ".java"));
        List<Source> sources = Stream.concat(types, Stream.of(Path.of("src/test/resources/kit/Traces.java")))
                .map(Source::of)
                .toList();
        return run(Path.of("target/kit-for-tests"), sources, List.of("-proc:none"), List.of())
                .output();
    }

    private static Compilation run(Path output, List<Source> sources, List<String> options, List<Path> more) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> origins = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null)) {
            Files.createDirectories(output);
            List<Path> classPath = new ArrayList<>(more);
            Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                    .map(Path::of)
                    .forEach(classPath::add);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    new Origins(files, origins),
                    said,
                    options,
                    null,
                    sources.stream().map(Text::new).toList());
            if (!options.contains("-proc:none")) {
                task.setProcessors(List.of(new HttpApiProcessor()));
            }
            task.call();
            return new Compilation(List.copyOf(said.getDiagnostics()), List.copyOf(origins), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every error and warning as `ERROR:line: message`.
    List<String> complaints() {
        return diagnostics.stream()
                .filter(said -> said.getKind() != Diagnostic.Kind.NOTE)
                .map(said -> said.getKind() + ":" + said.getLineNumber() + ": " + said.getMessage(null))
                .toList();
    }

    /// The text of a file that was written.
    String written(String path) {
        try {
            return Files.readString(output.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(Source source) {
            super(URI.create("string:///" + source.path()), Kind.SOURCE);
            this.text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
