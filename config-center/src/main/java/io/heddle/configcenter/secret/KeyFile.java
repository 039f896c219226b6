package io.heddle.configcenter.secret;

import io.heddle.kit.seal.PrivateFile;
import io.heddle.kit.seal.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys, one `name key` a line, the newest last, readable by the owner only. Nodes may share the file: it is
/// changed under a lock, and what it was before is kept beside it, as `.old`. Without a file the keys are of this
/// process only, as in a test.
final class KeyFile {
    private static final Pattern NAME = Pattern.compile("k([0-9]{1,9})");
    private static final int TRIES = 500;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Optional<Path> file;

    KeyFile(Optional<Path> file) {
        this.file = file;
    }

    /// The keys that are kept; makes the first when there is none.
    SequencedMap<String, byte[]> open() {
        SequencedMap<String, byte[]> keys = read();
        return keys.isEmpty() ? changed(kept -> kept.isEmpty() ? with(kept) : kept) : keys;
    }

    /// The keys that are kept.
    SequencedMap<String, byte[]> read() {
        SequencedMap<String, byte[]> keys = new LinkedHashMap<>();
        file.filter(Files::exists)
                .ifPresent(path -> lines(path).forEach(line -> {
                    String[] parts = line.split(" ", -1);
                    if (parts.length != 2) {
                        throw new IllegalStateException("a line in " + path + " is not a name and a key");
                    }
                    keys.put(parts[0], Base64.getDecoder().decode(parts[1]));
                }));
        return keys;
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys in " + path + " cannot be read", e);
        }
    }

    /// Those that are known and those that are kept, with another key, which is on disk when this returns.
    SequencedMap<String, byte[]> another(SequencedMap<String, byte[]> known) {
        return changed(kept -> with(Keys.both(known, kept)));
    }

    private static SequencedMap<String, byte[]> with(SequencedMap<String, byte[]> keys) {
        byte[] fresh = new byte[Seal.KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        SequencedMap<String, byte[]> more = new LinkedHashMap<>(keys);
        more.put("k" + (highest(keys) + 1), fresh);
        return more;
    }

    /// Names are not used again when a key in their midst is gone.
    private static int highest(Map<String, byte[]> keys) {
        return keys.keySet().stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .mapToInt(name -> Integer.parseInt(name.group(1)))
                .max()
                .orElse(0);
    }

    private SequencedMap<String, byte[]> changed(UnaryOperator<SequencedMap<String, byte[]>> change) {
        if (file.isEmpty()) {
            return change.apply(new LinkedHashMap<>());
        }
        Path path = file.get();
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (FileChannel channel =
                    FileChannel.open(beside(path, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(channel);
                SequencedMap<String, byte[]> keys = change.apply(read());
                write(path, keys);
                return keys;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the keys in " + path + " cannot be kept", e);
        }
    }

    private static Path beside(Path path, String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /// Waits for other processes, and for other centres in this one.
    private static void lock(FileChannel channel) throws IOException {
        for (int left = TRIES; left > 0; left--) {
            try {
                if (channel.tryLock() != null) {
                    return;
                }
            } catch (OverlappingFileLockException _) {
                // Held by another centre in this process: as if it were held by another process.
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IOException("the lock beside the keys is held by another");
    }

    private static void write(Path file, Map<String, byte[]> keys) throws IOException {
        if (Files.exists(file)) {
            PrivateFile.write(beside(file, ".old"), Files.readAllBytes(file));
        }
        List<String> lines = new ArrayList<>();
        keys.forEach((name, key) -> lines.add(name + ' ' + Base64.getEncoder().encodeToString(key)));
        PrivateFile.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
