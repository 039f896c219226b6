package io.heddle.registry.snapshot;

import io.heddle.contract.bind.Default;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Where the registry keeps what must survive its restart.
///
/// @param folder where its files are; nothing is kept without one
/// @param delay how long after a change they are written
public record StoreSettings(
        Optional<String> folder, @Default("100ms") Duration delay) {
    /// Nothing is kept.
    public static StoreSettings none() {
        return new StoreSettings(Optional.empty(), Duration.ofMillis(100));
    }

    /// Everything is kept in that folder.
    public static StoreSettings in(Path folder) {
        return new StoreSettings(Optional.of(folder.toString()), Duration.ofMillis(100));
    }
}
