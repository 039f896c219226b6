package io.heddle.seckill.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.seckill.journal.chain.Chain;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a process that was killed has left, with something missing or changed: what was acknowledged is there, or
/// the journal does not open and says what to do.
class DamageTest {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final Terms TERMS =
            new Terms(42, 1000, START, START.plus(Duration.ofHours(1)), Duration.ofMinutes(15), true);
    private static final int LAST_BATCH = 3;
    private static final int LOG = 4096;

    /// With `-Dheddle.prove=1` each byte is damaged, else only some where that takes long.
    private static final boolean ALL = Long.getLong("heddle.prove", 0) > 0;

    private static final int SOME = 11;
    private static final int FEW = 37;

    /// A folder in memory where there is one: what was left is damaged here by hand, and need not reach a disk.
    static final class Memory implements TempDirFactory {
        private static final Path SHARED = Path.of("/dev/shm");

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            return Files.isWritable(SHARED)
                    ? Files.createTempDirectory(SHARED, "heddle")
                    : Files.createTempDirectory("heddle");
        }
    }

    @TempDir(factory = Memory.class)
    Path temp;

    /// A journal as a kill leaves it: before its last batch, and after it.
    private record Left(Path before, Path after, List<Event> events) {}

    @ParameterizedTest
    @EnumSource
    void aTornLastBatchThatNobodyWasToldOfIsCutAndAllBeforeItIsThere(JournalKind kind) throws IOException {
        Left left = leave(kind, 20);
        List<Event> told = left.events.subList(0, left.events.size() - LAST_BATCH);
        byte[] whole = Files.readAllBytes(log(kind, left.after));
        int from = common(Files.readAllBytes(log(kind, left.before)), whole);
        for (int length = from; length < whole.length; length += kind == JournalKind.ROCKSDB || ALL ? 1 : FEW) {
            Path folder = copy(left.after);
            cut(log(kind, folder), whole, length);
            Files.copy(left.before.resolve("mark"), folder.resolve("mark"), StandardCopyOption.REPLACE_EXISTING);
            List<Event> found = read(kind, folder).orElseThrow();
            assertThat(found).as("cut at byte " + length).isIn(told, left.events);
            delete(folder);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTornLastBatchThatWasAcknowledgedIsARefusal(JournalKind kind) throws IOException {
        Left left = leave(kind, 20);
        byte[] whole = Files.readAllBytes(log(kind, left.after));
        int from = common(Files.readAllBytes(log(kind, left.before)), whole);
        for (int length = from; length < whole.length; length += kind == JournalKind.ROCKSDB || ALL ? 1 : FEW) {
            Path folder = copy(left.after);
            cut(log(kind, folder), whole, length);
            Optional<List<Event>> found = read(kind, folder);
            assertThat(found.orElse(left.events)).as("cut at byte " + length).isEqualTo(left.events);
            delete(folder);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedByteIsARefusalOrChangesNothing(JournalKind kind) throws IOException {
        Left left = leave(kind, 50);
        byte[] whole = Files.readAllBytes(log(kind, left.after));
        int refused = 0;
        int step = ALL ? 1 : kind == JournalKind.ROCKSDB ? SOME : FEW;
        for (int at = Math.max(0, whole.length - LOG); at < whole.length; at += step) {
            Path folder = copy(left.after);
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0xff;
            Files.write(log(kind, folder), changed);
            Optional<List<Event>> found = read(kind, folder);
            assertThat(found.orElse(left.events)).as("byte " + at + " changed").isEqualTo(left.events);
            refused += found.isEmpty() ? 1 : 0;
            delete(folder);
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aChangedByteOfTablesAndListsOfFilesIsARefusalOrChangesNothing() throws IOException {
        Left left = leave(JournalKind.ROCKSDB, 50);
        assertThat(read(JournalKind.ROCKSDB, left.after)).contains(left.events);
        assertThat(read(JournalKind.ROCKSDB, left.after)).contains(left.events);
        for (String name : List.of(".sst", "MANIFEST", "CURRENT")) {
            Path file = file(left.after.resolve("rocksdb"), name);
            for (int at = 0; at < Files.size(file); at += ALL ? 1 : FEW) {
                Path folder = copy(left.after);
                Path changed = folder.resolve(left.after.relativize(file));
                byte[] bytes = Files.readAllBytes(changed);
                bytes[at] ^= (byte) 0xff;
                Files.write(changed, bytes);
                Optional<List<Event>> found = read(JournalKind.ROCKSDB, folder);
                assertThat(found.orElse(left.events)).as(name + ", byte " + at).isEqualTo(left.events);
                delete(folder);
            }
        }
    }

    /// Makes a journal with single wins and a last batch of three.
    private Left leave(JournalKind kind, int wins) throws IOException {
        Path folder = Files.createTempDirectory(temp, "journal");
        List<Event> events = new ArrayList<>(List.of(new Event.Arranged(1, START, TERMS)));
        IntStream.rangeClosed(1, wins + LAST_BATCH).forEach(i -> events.add(win(i)));
        Chain chain = new Chain();
        List<Entry> entries = events.stream().map(chain::seal).toList();
        try (Journal journal = Journal.open(kind, folder)) {
            journal.replay(entry -> {});
            entries.subList(0, wins + 1).forEach(entry -> journal.append(List.of(entry)));
            Path before = copy(folder);
            journal.append(entries.subList(wins + 1, entries.size()));
            return new Left(before, copy(folder), events);
        }
    }

    private static Event win(int position) {
        Instant at = START.plusMillis(position);
        return new Event.Won(
                position + 1L, at, new OrderId(42, position), UserId.of(1000 + position), at.plus(TERMS.hold()));
    }

    /// All events, empty when the journal does not open and says what to do.
    private static Optional<List<Event>> read(JournalKind kind, Path folder) {
        List<Event> events = new ArrayList<>();
        Chain chain = new Chain();
        try (Journal journal = Journal.open(kind, folder)) {
            journal.replay(entry -> events.add(chain.open(entry)));
            return Optional.of(events);
        } catch (JournalDamagedException e) {
            assertThat(e).hasMessageContaining("heddle seckill verify").hasMessageContaining("rebuild");
            return Optional.empty();
        }
    }

    /// The file that entries are written to.
    private static Path log(JournalKind kind, Path folder) throws IOException {
        return file(folder.resolve(kind.folder()), kind == JournalKind.ROCKSDB ? ".log" : ".mv");
    }

    /// The newest file with something in its name.
    private static Path file(Path folder, String part) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(part))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /// The place of the first byte that differs.
    private static int common(byte[] one, byte[] other) {
        int at = Arrays.mismatch(one, other);
        return at < 0 ? one.length : at;
    }

    private static void cut(Path file, byte[] whole, int length) throws IOException {
        Files.write(file, Arrays.copyOf(whole, length));
    }

    private Path copy(Path folder) throws IOException {
        Path copy = Files.createTempDirectory(temp, "copy");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(folder.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else if (!file.endsWith("LOCK") && !file.endsWith("lock")) {
                    Files.copy(file, to);
                }
            }
        }
        return copy;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
