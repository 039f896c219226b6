package io.heddle.seckill.journal.chain;

import io.heddle.seckill.journal.Entry;
import io.heddle.seckill.journal.JournalDamagedException;
import io.heddle.seckill.sale.Event;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Turns events into entries and back. Each sale is a chain: the hash of an event is SHA-256 of the hash before
/// it, its sale, its number and its bytes, and the first 8 bytes of it end the entry; so an event that was
/// changed, left out or put in elsewhere does not fit. For one thread.
public final class Chain {
    private static final int HASH = 32;
    private static final int CHECK = Long.BYTES;

    /// The end of the chain of one sale.
    private static final class Head {
        private final byte[] hash = new byte[HASH];
        private long number;
    }

    private final Map<Long, Head> heads = new HashMap<>();
    private final MessageDigest sha;
    private final ByteBuffer buffer = ByteBuffer.allocate(2 * Long.BYTES + Codec.MAX_SIZE);

    /// A chain of no events.
    public Chain() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The entry of the next event of a sale.
    ///
    /// @throws IllegalStateException when it does not follow the one before
    public Entry seal(Event event) {
        Head head = heads.computeIfAbsent(event.activity(), key -> new Head());
        if (event.number() != head.number + 1) {
            throw new IllegalStateException(event + " does not follow event " + head.number);
        }
        buffer.clear().putLong(event.activity()).putLong(event.number());
        Codec.write(event, buffer);
        buffer.flip();
        advance(head);
        int size = buffer.limit() - 2 * Long.BYTES;
        byte[] body = new byte[size + CHECK];
        buffer.get(2 * Long.BYTES, body, 0, size);
        System.arraycopy(head.hash, 0, body, size, CHECK);
        return new Entry(event.activity(), event.number(), body);
    }

    private void advance(Head head) {
        sha.update(head.hash);
        sha.update(buffer.array(), 0, buffer.limit());
        try {
            sha.digest(head.hash, 0, HASH);
        } catch (DigestException e) {
            throw new IllegalStateException("a hash of SHA-256 has 32 bytes", e);
        }
        head.number++;
    }

    /// The event of the next entry of a sale.
    ///
    /// @throws JournalDamagedException when it is not the one that was appended there
    public Event open(Entry entry) {
        Head head = heads.computeIfAbsent(entry.activity(), key -> new Head());
        int size = entry.body().length - CHECK;
        boolean follows = entry.number() == head.number + 1 && size > 0 && size <= Codec.MAX_SIZE;
        if (!follows) {
            throw new JournalDamagedException("sale " + entry.activity() + " has event " + entry.number() + " of "
                    + entry.body().length + " bytes after event " + head.number);
        }
        buffer.clear().putLong(entry.activity()).putLong(entry.number());
        buffer.put(entry.body(), 0, size).flip();
        advance(head);
        if (ByteBuffer.wrap(entry.body()).getLong(size)
                != ByteBuffer.wrap(head.hash).getLong(0)) {
            throw new JournalDamagedException(
                    "event " + entry.number() + " of sale " + entry.activity() + " is not what was written");
        }
        return read(entry);
    }

    /// The event of an entry alone, for what was checked when the journal was opened.
    ///
    /// @throws JournalDamagedException when it is none
    public static Event read(Entry entry) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(entry.body(), 0, entry.body().length - CHECK);
            return Codec.read(entry.activity(), entry.number(), bytes);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new JournalDamagedException(
                    "event " + entry.number() + " of sale " + entry.activity() + " is unreadable", e);
        }
    }

    /// The hash that stands for all events of a sale so far, as 64 hexadecimal digits; zeros when there are none.
    public String head(long activity) {
        Head head = heads.getOrDefault(activity, new Head());
        return HexFormat.of().formatHex(head.hash);
    }
}
