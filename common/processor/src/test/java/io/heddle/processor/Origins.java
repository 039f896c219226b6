package io.heddle.processor;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;

/// Keeps which sources each generated file comes from.
final class Origins extends ForwardingJavaFileManager<JavaFileManager> {
    private final List<String> origins;

    Origins(JavaFileManager files, List<String> origins) {
        super(files);
        this.origins = origins;
    }

    @Override
    public JavaFileObject getJavaFileForOutputForOriginatingFiles(
            Location location, String className, Kind kind, FileObject... sources) throws IOException {
        if (kind == Kind.SOURCE) {
            origins.add(className + ".java < " + names(sources));
        }
        return super.getJavaFileForOutputForOriginatingFiles(location, className, kind, sources);
    }

    @Override
    public FileObject getFileForOutputForOriginatingFiles(
            Location location, String packageName, String name, FileObject... sources) throws IOException {
        origins.add(name + " < " + names(sources));
        return super.getFileForOutputForOriginatingFiles(location, packageName, name, sources);
    }

    private static String names(FileObject... sources) {
        return Stream.of(sources)
                .map(source -> source.getName().replaceFirst("^/", ""))
                .collect(Collectors.joining(", "));
    }
}
