package io.heddle.seckill.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

class JournalTest {
    @TempDir
    Path folder;

    private static Entry entry(long activity, long number, int size) {
        byte[] body = new byte[size];
        body[0] = (byte) number;
        return new Entry(activity, number, body);
    }

    private Journal open(JournalKind kind) {
        Journal journal = Journal.open(kind, folder);
        journal.replay(entry -> {});
        return journal;
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.activity() + "-" + entry.number())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void entriesOfManySalesAreReadSaleBySaleInTheirOrder(JournalKind kind) {
        try (Journal journal = open(kind)) {
            journal.append(List.of(entry(2, 1, 10), entry(1, 1, 10)));
            journal.append(List.of(entry(1, 2, 300), entry(256, 1, 10), entry(2, 2, 10)));
            assertThat(names(journal.read(1, 0, 10))).containsExactly("1-1", "1-2");
            assertThat(names(journal.read(2, 1, 10))).containsExactly("2-2");
            assertThat(names(journal.read(2, 0, 1))).containsExactly("2-1");
            assertThat(journal.read(3, 0, 10)).isEmpty();
        }
        List<Entry> all = new ArrayList<>();
        try (Journal journal = Journal.open(kind, folder)) {
            journal.replay(all::add);
        }
        assertThat(names(all)).containsExactly("1-1", "1-2", "2-1", "2-2", "256-1");
        assertThat(all.get(1).body()).hasSize(300).startsWith(2);
    }

    @ParameterizedTest
    @EnumSource
    void aFolderIsOpenOnceAndFreeAgainAfterTheClose(JournalKind kind) {
        try (Journal journal = open(kind)) {
            assertThat(journal.read(1, 0, 1)).isEmpty();
            assertThatThrownBy(() -> Journal.open(kind, folder)).isInstanceOf(FolderInUseException.class);
            assertThatThrownBy(() -> Journal.inspect(kind, folder)).isInstanceOf(FolderInUseException.class);
        }
        open(kind).close();
    }

    @ParameterizedTest
    @EnumSource
    void aFolderThatCouldNotBeLockedIsNotInUse(JournalKind kind) throws IOException {
        Path lock = Files.createDirectory(folder.resolve("lock"));
        assertThatThrownBy(() -> Journal.open(kind, folder)).isInstanceOf(JournalException.class);
        Files.delete(lock);
        open(kind).close();
    }

    @ParameterizedTest
    @EnumSource
    void aFolderOfAnotherKindIsRefused(JournalKind kind) {
        open(kind).close();
        assertThat(JournalKind.in(folder)).contains(kind);
        JournalKind other = kind == JournalKind.ROCKSDB ? JournalKind.MVSTORE : JournalKind.ROCKSDB;
        assertThatThrownBy(() -> Journal.open(other, folder))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining(kind.name());
    }

    @ParameterizedTest
    @EnumSource
    void fewerEntriesThanWereAcknowledgedAreRefused(JournalKind kind) throws IOException {
        try (Journal journal = open(kind)) {
            journal.append(List.of(entry(1, 1, 10), entry(1, 2, 10)));
        }
        try (MarkFile mark = MarkFile.open(folder.resolve("mark"))) {
            assertThat(mark.read()).isEqualTo(2);
            mark.write(3);
        }
        assertThatThrownBy(() -> open(kind))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("holds 2 events, but 3 were acknowledged");
    }

    @ParameterizedTest
    @EnumSource
    void aChangedByteOfTheMarkIsARefusal(JournalKind kind) throws IOException {
        try (Journal journal = open(kind)) {
            journal.append(List.of(entry(1, 1, 10)));
        }
        Path mark = folder.resolve("mark");
        byte[] bytes = Files.readAllBytes(mark);
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(mark, changed);
            assertThatThrownBy(() -> Journal.open(kind, folder))
                    .isInstanceOf(JournalDamagedException.class)
                    .hasMessageContaining("mark");
        }
        Files.write(mark, bytes);
        open(kind).close();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAppendedToAJournalThatWasNotRead(JournalKind kind) {
        try (Journal journal = Journal.open(kind, folder)) {
            assertThatThrownBy(() -> journal.append(List.of(entry(1, 1, 10))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReaderThatIsInterruptedDoesNotCloseTheJournalUnderOthers(JournalKind kind) {
        try (Journal journal = open(kind)) {
            journal.append(LongStream.rangeClosed(1, 1000)
                    .mapToObj(i -> entry(1, i, 90))
                    .toList());
        }
        try (Journal journal = open(kind)) {
            Thread.currentThread().interrupt();
            journal.read(1, 500, 10);
            assertThat(Thread.interrupted()).isTrue();
            journal.append(List.of(entry(1, 1001, 90)));
            assertThat(journal.read(1, 0, 2000)).hasSize(1001);
        }
    }

    @Test
    void aBatchHasTheFormThatRocksDbGivesIt() throws RocksDBException {
        RocksDB.loadLibrary();
        List<Entry> batch =
                List.of(entry(42, 1, 5), entry(Long.MAX_VALUE, 2, 127), entry(1, 3, 128), entry(7, 4, 20_000));
        try (WriteBatch own = new WriteBatch()) {
            for (Entry entry : batch) {
                byte[] key = ByteBuffer.allocate(16)
                        .putLong(entry.activity())
                        .putLong(entry.number())
                        .array();
                own.put(key, entry.body());
            }
            assertThat(RocksJournal.serialized(batch)).isEqualTo(own.data());
        }
    }
}
