package io.heddle.seckill.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/// The simplest log on a virtual disk: each batch is its length, its checksum and its entries. Reading ends at
/// the first batch that is not whole.
final class VirtualJournal implements Journal {
    private static final int HEAD = 2 * Integer.BYTES;

    private final VirtualDisk disk;
    private final List<Entry> entries = new ArrayList<>();
    private int end;

    private VirtualJournal(VirtualDisk disk) {
        this.disk = disk;
    }

    static VirtualJournal open(VirtualDisk disk) {
        VirtualJournal journal = new VirtualJournal(disk);
        boolean more = true;
        while (more) {
            more = journal.readBatch();
        }
        disk.cut(journal.end);
        disk.sync();
        return journal;
    }

    private boolean readBatch() {
        ByteBuffer bytes = ByteBuffer.wrap(disk.contents());
        if (bytes.capacity() < end + HEAD) {
            return false;
        }
        int length = bytes.getInt(end);
        boolean whole = length > 0
                && length <= bytes.capacity() - end - HEAD
                && bytes.getInt(end + Integer.BYTES) == checksum(disk.contents(), end + HEAD, length);
        if (whole) {
            readEntries(bytes.slice(end + HEAD, length));
            end += HEAD + length;
        }
        return whole;
    }

    private void readEntries(ByteBuffer from) {
        while (from.hasRemaining()) {
            long activity = from.getLong();
            long number = from.getLong();
            byte[] body = new byte[from.getInt()];
            from.get(body);
            entries.add(new Entry(activity, number, body));
        }
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    @Override
    public void append(List<Entry> batch) {
        byte[] bytes = frame(batch);
        disk.at(VirtualDisk.Point.BEFORE);
        disk.write(end, bytes, 0, bytes.length / 2);
        disk.at(VirtualDisk.Point.TORN);
        disk.write(end, bytes, bytes.length / 2, bytes.length);
        disk.at(VirtualDisk.Point.WRITTEN);
        disk.sync();
        end += bytes.length;
        entries.addAll(batch);
        disk.at(VirtualDisk.Point.SYNCED);
    }

    private static byte[] frame(List<Entry> batch) {
        int length = batch.stream()
                .mapToInt(entry -> 2 * Long.BYTES + Integer.BYTES + entry.body().length)
                .sum();
        ByteBuffer frame = ByteBuffer.allocate(HEAD + length).putInt(length).putInt(0);
        for (Entry entry : batch) {
            frame.putLong(entry.activity()).putLong(entry.number());
            frame.putInt(entry.body().length).put(entry.body());
        }
        frame.putInt(Integer.BYTES, checksum(frame.array(), HEAD, length));
        return frame.array();
    }

    @Override
    public List<Entry> read(long activity, long after, int limit) {
        return entries.stream()
                .filter(entry -> entry.activity() == activity && entry.number() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public void replay(Consumer<Entry> each) {
        entries.forEach(each);
    }

    @Override
    public void close() {}
}
