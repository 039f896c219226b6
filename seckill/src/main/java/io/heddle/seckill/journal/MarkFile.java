package io.heddle.seckill.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// The mark in a file of 12 bytes, the count and its checksum, overwritten in place: within one sector.
final class MarkFile implements Mark {
    private static final int SIZE = Long.BYTES + Integer.BYTES;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE);

    private MarkFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static MarkFile open(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            MarkFile mark = new MarkFile(file, channel);
            if (channel.size() == 0) {
                mark.write(0);
                channel.force(true);
            }
            return mark;
        } catch (IOException e) {
            throw new JournalException("the mark file " + file + " cannot be opened", e);
        }
    }

    @Override
    public long read() {
        ByteBuffer found = ByteBuffer.allocate(SIZE + 1);
        try {
            channel.read(found, 0);
        } catch (IOException e) {
            throw new JournalException("the mark file " + file + " cannot be read", e);
        }
        if (found.position() != SIZE || found.getInt(Long.BYTES) != checksum(found.getLong(0))) {
            throw new JournalDamagedException("the mark file " + file + " is damaged; when verify finds as many"
                    + " events as the database knows of, it may be deleted");
        }
        return found.getLong(0);
    }

    @Override
    public void write(long count) {
        buffer.clear().putLong(count).putInt(checksum(count)).flip();
        try {
            channel.write(buffer, 0);
        } catch (IOException e) {
            throw new JournalException("the mark file " + file + " cannot be written", e);
        }
    }

    private static int checksum(long count) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(count).flip());
        return (int) crc.getValue();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new JournalException("the mark file " + file + " cannot be closed", e);
        }
    }
}
