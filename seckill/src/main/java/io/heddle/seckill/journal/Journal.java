package io.heddle.seckill.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// An ordered log of entries on one disk, for one process at a time. After {@link #open} comes {@link #replay},
/// once, before anything else. One thread appends; any thread reads meanwhile.
public interface Journal extends AutoCloseable {
    /// Opens the journal in a folder, which is made when there is none.
    ///
    /// @throws FolderInUseException when another journal has it open, in this process or in another one
    /// @throws JournalDamagedException when what is there cannot be trusted
    /// @throws JournalException when the folder cannot be used
    static Journal open(JournalKind kind, Path folder) {
        return Opening.of(kind, folder, Opening.Access.FULL);
    }

    /// Opens the journal in a folder to read it, and changes nothing there.
    ///
    /// @throws FolderInUseException when another journal has it open
    /// @throws JournalDamagedException when what is there cannot be trusted
    static Journal inspect(JournalKind kind, Path folder) {
        return Opening.of(kind, folder, Opening.Access.READ);
    }

    /// Opens a damaged journal to read it up to the first damage, whatever was acknowledged after it, and changes
    /// nothing there. Only for one who compares what is read with the orders in the database.
    ///
    /// @throws FolderInUseException when another journal has it open
    /// @throws JournalDamagedException when nothing can be read at all
    static Journal salvage(JournalKind kind, Path folder) {
        return Opening.of(kind, folder, Opening.Access.SALVAGE);
    }

    /// Appends entries, all or none of them; they are on disk when it returns. When it throws, nobody knows
    /// whether they are, and nothing may be appended any more.
    ///
    /// @throws JournalException when the disk does not take them
    void append(List<Entry> batch);

    /// Entries of a sale by their numbers.
    ///
    /// @param after the number after which to begin
    /// @param limit the most entries
    /// @throws JournalException when they cannot be read
    List<Entry> read(long activity, long after, int limit);

    /// Hands out all entries, those of a sale by their numbers.
    ///
    /// @throws JournalDamagedException when entries are unreadable, or fewer than were acknowledged
    void replay(Consumer<Entry> each);

    /// Ends it, after which another one may open the folder.
    @Override
    void close();
}
