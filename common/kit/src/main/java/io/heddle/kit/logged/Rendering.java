package io.heddle.kit.logged;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The arguments of one call on their way into a line of the log: bounded, with secrets masked. Generated code writes
/// them down one by one; what is over the limit is left out.
public interface Rendering {
    /// Writes what a value holds.
    ///
    /// @param <T> the value
    @FunctionalInterface
    interface Parts<T> {
        /// Writes the parts of one value.
        void write(Rendering out, T value);
    }

    /// Writes a text, number, time or truth value. The name is empty for an item.
    void value(String name, @Nullable Object value);

    /// Writes that there is a secret.
    void secret(String name);

    /// Writes that there is something that is not worth a line: bytes, a stream.
    void opaque(String name);

    /// Writes a record.
    <T> void within(String name, @Nullable T value, Parts<? super T> parts);

    /// Writes what is there, if it is.
    <T> void present(String name, Optional<T> value, Parts<? super T> parts);

    /// Writes items.
    <T> void each(String name, @Nullable Iterable<T> items, Parts<? super T> parts);

    /// Writes items.
    <T> void each(String name, T @Nullable [] items, Parts<? super T> parts);

    /// Writes a map; the value of a name that sounds secret is masked.
    <V> void values(String name, @Nullable Map<?, V> map, Parts<? super V> parts);
}
