package io.heddle.registry.snapshot;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.registry.lease.Saved;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/// The format of the file: a line that says what it is, one line of JSON for each lease, and a line with the checksum
/// (CRC-32C) of all before it.
final class SnapshotFile {
    private static final JsonType<Head> HEAD = new JsonType<>() {};
    private static final JsonType<Saved> LEASE = new JsonType<>() {};
    private static final String FORMAT = "heddle-registry-1";

    private final Json json = Json.strict();
    private final Path file;

    /// The first line.
    record Head(String format, long revision, long tokenKey) {}

    SnapshotFile(Path file) {
        this.file = file;
    }

    /// Writes beside the file, forces it to the disk and takes the place of the file in one step.
    void write(long revision, long tokenKey, Stream<Saved> leases) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        CRC32C sum = new CRC32C();
        createForOwner(fresh);
        try (FileOutputStream out = new FileOutputStream(fresh.toFile());
                OutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
            OutputStream checked = new CheckedOutputStream(buffered, sum);
            line(checked, json.write(HEAD, new Head(FORMAT, revision, tokenKey)));
            for (Iterator<Saved> each = leases.iterator(); each.hasNext(); ) {
                line(checked, json.write(LEASE, each.next()));
            }
            buffered.write(sumLine(sum));
            buffered.flush();
            out.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// It holds what gives the right to change leases.
    private static void createForOwner(Path fresh) throws IOException {
        Files.deleteIfExists(fresh);
        boolean posix = fresh.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(fresh, owner);
    }

    private static void line(OutputStream out, byte[] text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    private static byte[] sumLine(CRC32C sum) {
        return "%08x%n".formatted(sum.getValue()).getBytes(StandardCharsets.US_ASCII);
    }

    /// Reads it whole.
    ///
    /// @throws CorruptException when it is not what was written
    Kept read() throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            check(lines);
            Head head = json.read(HEAD, bytes(lines.getFirst()));
            List<Saved> leases = lines.subList(1, lines.size() - 1).stream()
                    .map(line -> json.read(LEASE, bytes(line)))
                    .toList();
            return new Kept(head.revision(), head.tokenKey(), leases);
        } catch (ServiceException | java.nio.charset.CharacterCodingException e) {
            throw new CorruptException(file + " cannot be read", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void check(List<String> lines) {
        CRC32C sum = new CRC32C();
        for (String line : lines.subList(0, Math.max(0, lines.size() - 1))) {
            sum.update(bytes(line));
            sum.update('\n');
        }
        boolean whole = lines.size() >= 2 && lines.getLast().equals("%08x".formatted(sum.getValue()));
        if (!whole || !lines.getFirst().contains('"' + FORMAT + '"')) {
            throw new CorruptException(file + " is not whole: its checksum is not that of its text", null);
        }
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
