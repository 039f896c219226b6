package io.heddle.seckill.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Opens a folder for one process: `lock` while it is open, `mark`, and the journal in a folder of its kind.
final class Opening {
    /// What a journal is opened for.
    enum Access {
        /// To read and append.
        FULL,
        /// To read all of it.
        READ,
        /// To read what can be read.
        SALVAGE
    }

    /// The folders that this process has open. It is one for the whole process because locks of files are: to
    /// close a second channel to the file would give back the lock of the first.
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private Opening(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Journal of(JournalKind kind, Path folder, Access access) {
        Path home = folder.toAbsolutePath();
        Opening opening = lock(home);
        @Nullable Journal journal = null;
        try {
            opening.refuseOtherKind(kind);
            journal = opening.journal(kind, access);
            return journal;
        } catch (IOException e) {
            throw new JournalException("the journal's folder " + home + " cannot be used", e);
        } finally {
            if (journal == null) {
                opening.release();
            }
        }
    }

    private static Opening lock(Path named) {
        try {
            boolean there = Files.exists(named);
            Files.createDirectories(named);
            Path folder = named.toRealPath();
            if (!there && folder.getParent() != null) {
                sync(folder.getParent());
            }
            if (!OPEN.add(folder)) {
                throw inUse(folder);
            }
            return lockAlone(folder);
        } catch (IOException e) {
            throw new JournalException("the journal's folder " + named + " cannot be used", e);
        }
    }

    private static Opening lockAlone(Path folder) throws IOException {
        @Nullable FileChannel locked = null;
        try {
            locked = locked(folder.resolve("lock"));
        } finally {
            if (locked == null) {
                OPEN.remove(folder);
            }
        }
        if (locked == null) {
            throw inUse(folder);
        }
        return new Opening(folder, locked);
    }

    /// The file with its lock held, none when somebody else holds it.
    private static @Nullable FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = isLocked(channel);
            return locked ? channel : null;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static FolderInUseException inUse(Path folder) {
        return new FolderInUseException("the journal's folder " + folder + " is open already, in this process or in"
                + " another one; one process sells, so stop that one first or choose another folder");
    }

    private void refuseOtherKind(JournalKind kind) {
        for (JournalKind other : JournalKind.values()) {
            if (other != kind && Files.exists(folder.resolve(other.folder()))) {
                throw new JournalDamagedException("the folder " + folder + " holds a journal of the kind " + other
                        + ", and the settings say " + kind);
            }
        }
    }

    private Journal journal(JournalKind kind, Access access) throws IOException {
        Path inside = folder.resolve(kind.folder());
        Files.createDirectories(inside);
        keepContents(inside);
        Mark mark = MarkFile.open(folder.resolve("mark"));
        @Nullable Journal marked = null;
        try {
            long acknowledged = access == Access.SALVAGE ? 0 : mark.read();
            marked = new MarkedJournal(store(kind, inside, access), mark, acknowledged, this::release);
            return marked;
        } finally {
            if (marked == null) {
                mark.close();
            }
        }
    }

    private Journal store(JournalKind kind, Path inside, Access access) throws IOException {
        Journal store = switch (kind) {
            case ROCKSDB -> RocksJournal.open(inside, access);
            case MVSTORE -> MvJournal.open(inside, access);
        };
        boolean kept = false;
        try {
            sync(inside);
            sync(folder);
            kept = true;
            return store;
        } finally {
            if (!kept) {
                store.close();
            }
        }
    }

    /// What a process wrote that was killed before its sync is read now, and told; a power cut must not take it
    /// then.
    private static void keepContents(Path inside) throws IOException {
        try (Stream<Path> files = Files.list(inside)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sync(file);
            }
        }
    }

    /// Puts what stands in a file or a directory on disk: a file whose name is not there is lost with its
    /// contents.
    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void release() {
        try {
            lock.close();
            OPEN.remove(folder);
        } catch (IOException e) {
            throw new JournalException("the journal's folder " + folder + " cannot be given back", e);
        }
    }
}
