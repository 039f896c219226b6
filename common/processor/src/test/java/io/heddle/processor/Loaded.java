package io.heddle.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compiled classes that run, in a class loader of their own.
final class Loaded implements AutoCloseable {
    private final URLClassLoader loader;

    Loaded(Path... folders) {
        this.loader = new URLClassLoader(
                Stream.of(folders).map(Loaded::url).toArray(URL[]::new), Loaded.class.getClassLoader());
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Class<?> type(String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /// What a fake answers to a call of one of its methods.
    @FunctionalInterface
    interface Answer {
        @Nullable
        Object to(String method, Object[] arguments);
    }

    /// An object of an interface that answers every method in one place.
    Object fake(String type, Answer answer) {
        InvocationHandler handler =
                (_, method, arguments) -> answer.to(method.getName(), arguments == null ? new Object[0] : arguments);
        return Proxy.newProxyInstance(loader, new Class<?>[] {type(type)}, handler);
    }

    /// A new object by the only constructor of a class.
    Object make(String type, Object... arguments) {
        try {
            return type(type).getConstructors()[0].newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /// Calls the only method of that name; what it throws comes through.
    static @Nullable Object call(Object target, String name, @Nullable Object... arguments) {
        Method method = Stream.of(target.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /// An argument as a test wants to read it: of a JSON type what it stands for.
    static String text(Object argument) {
        Class<?>[] faces = argument.getClass().getInterfaces();
        boolean json = faces.length == 1 && faces[0].getSimpleName().equals("JsonType");
        return String.valueOf(json ? ((Type) Objects.requireNonNull(call(argument, "type"))).getTypeName() : argument);
    }

    /// The values of a request, by name.
    Object fields(Map<String, String> values) {
        return fake("io.heddle.kit.server.Fields", new RequestFields(values));
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
