package io.heddle.registry.snapshot;

import io.heddle.registry.behind.WriteBehind;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.lease.Leases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what is to be kept a little after each change and when it closes.
public final class SnapshotStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
    private static final String FILE = "registry.snapshot";

    private final Path path;
    private final SnapshotFile file;
    private final WriteBehind behind;

    private SnapshotStore(Path path, StoreSettings settings) {
        this.path = path;
        this.file = new SnapshotFile(path);
        this.behind = new WriteBehind("registry-store", settings.delay());
    }

    /// Makes the folder; empty when nothing is to be kept.
    public static Optional<SnapshotStore> in(StoreSettings settings) {
        return settings.folder().map(Path::of).map(folder -> {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("the data folder " + folder + " cannot be made", e);
            }
            return new SnapshotStore(folder.resolve(FILE), settings);
        });
    }

    /// What was kept, empty when there is nothing. A file that is not whole is put aside and said to be so.
    public Optional<Kept> load() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.read());
        } catch (CorruptException e) {
            putAside(e);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private void putAside(CorruptException why) {
        Path aside = path.resolveSibling(FILE + ".bad-" + Instant.now().toEpochMilli());
        try {
            Files.move(path, aside);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is not whole and cannot be put aside", e);
        }
        LOG.atError()
                .addKeyValue("kept", aside)
                .setCause(why)
                .log("the registry's snapshot is not whole; starting empty");
    }

    /// Begins to write what is in the leases whenever the catalog changes.
    ///
    /// @param tokenKey the key of the tokens
    public void open(Catalog catalog, Leases leases, long tokenKey) {
        catalog.listen((_, _) -> behind.change());
        behind.open(() -> write(catalog, leases, tokenKey));
        behind.change();
    }

    private void write(Catalog catalog, Leases leases, long tokenKey) {
        try {
            file.write(catalog.revision(), tokenKey, leases.saved());
        } catch (IOException | UncheckedIOException e) {
            LOG.atError().addKeyValue("file", path).setCause(e).log("the registry's snapshot cannot be written");
        }
    }

    /// Writes the last time.
    @Override
    public void close() {
        behind.close();
    }
}
