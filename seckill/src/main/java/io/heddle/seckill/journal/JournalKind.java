package io.heddle.seckill.journal;

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

    /// The folder inside that of the journal.
    String folder() {
        return folder;
    }
}
