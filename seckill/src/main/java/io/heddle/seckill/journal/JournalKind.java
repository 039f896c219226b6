package io.heddle.seckill.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// What keeps the journal.
public enum JournalKind {
    /// RocksDB, in native code: the fastest.
    ROCKSDB("rocksdb"),
    /// The MVStore of H2, in pure Java: for places without native code.
    MVSTORE("mvstore");

    private final String folder;

    JournalKind(String folder) {
        this.folder = folder;
    }

    /// The kind of the journal in a folder, empty when there is none.
    public static Optional<JournalKind> in(Path folder) {
        return Arrays.stream(values())
                .filter(kind -> Files.exists(folder.resolve(kind.folder)))
                .findFirst();
    }

    /// The folder inside that of the journal.
    String folder() {
        return folder;
    }
}
