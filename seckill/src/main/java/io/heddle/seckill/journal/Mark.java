package io.heddle.seckill.journal;

/// How many entries were acknowledged at least, beside the journal: what tells a torn tail, which nobody was told
/// of, from entries that are gone.
interface Mark extends AutoCloseable {
    /// The last count that was written, 0 when there is none.
    ///
    /// @throws JournalDamagedException when it is unreadable
    long read();

    /// Writes a count, without waiting for the disk: it is for the process that dies, and helps after a power cut
    /// only with what had reached the disk by then.
    ///
    /// @throws JournalException when the disk does not take it
    void write(long count);

    @Override
    void close();
}
