package io.heddle.kit.config;

import java.util.function.Consumer;

/// A section of the settings that follows the config centre. Any thread may use it.
///
/// @param <R> the record of the section
public interface Live<R extends Record> {
    /// The settings as they are now. Ask each time that they matter, and keep no copy.
    R current();

    /// Tells the listener of each change from now on: one at a time, in order, on the thread that follows the
    /// centre. A listener must not block for long; one that throws is logged, and the others are told.
    void onChange(Consumer<? super R> listener);

    /// The same for one who has already looked: tells at once, on this thread, when the settings are no longer those
    /// that are known, so that no change is lost between looking and listening.
    void onChange(R known, Consumer<? super R> listener);
}
