package io.heddle.db.row;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Calls the canonical constructor of a record.
final class Maker {
    private final String name;
    private final MethodHandle handle;

    private Maker(String name, MethodHandle handle) {
        this.name = name;
        this.handle = handle;
    }

    static Maker of(Class<?> record) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflectConstructor(constructor);
            MethodType general = MethodType.methodType(Object.class, Object[].class);
            return new Maker(
                    record.getSimpleName(),
                    handle.asSpreader(Object[].class, types.length).asType(general));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record without its constructor: " + record.getName(), e);
        }
    }

    Object make(@Nullable Object[] values) {
        try {
            return (Object) handle.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the constructor of " + name + " failed", e);
        }
    }
}
