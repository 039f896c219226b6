package io.heddle.configcenter.secret;

import io.heddle.kit.seal.PrivateFile;
import io.heddle.kit.seal.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The keys, one `name key` a line, the newest last, readable by the owner only. Without a file they are of this
/// process only, as in a test.
final class KeyFile {
    private final Optional<Path> file;

    KeyFile(Optional<Path> file) {
        this.file = file;
    }

    /// The keys that are kept; makes the first when there is none.
    SequencedMap<String, byte[]> read() {
        SequencedMap<String, byte[]> keys = new LinkedHashMap<>();
        file.filter(Files::exists)
                .ifPresent(path -> lines(path).forEach(line -> {
                    String[] parts = line.split(" ", -1);
                    keys.put(parts[0], Base64.getDecoder().decode(parts[1]));
                }));
        return keys.isEmpty() ? with(keys) : keys;
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys in " + path + " cannot be read", e);
        }
    }

    /// The same with another key, which is on disk when this returns.
    SequencedMap<String, byte[]> with(SequencedMap<String, byte[]> keys) {
        byte[] fresh = new byte[Seal.KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        SequencedMap<String, byte[]> more = new LinkedHashMap<>(keys);
        more.put("k" + (keys.size() + 1), fresh);
        file.ifPresent(path -> write(path, more));
        return more;
    }

    private static void write(Path file, Map<String, byte[]> keys) {
        List<String> lines = new ArrayList<>();
        keys.forEach((name, key) -> lines.add(name + ' ' + Base64.getEncoder().encodeToString(key)));
        try {
            PrivateFile.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the keys in " + file + " cannot be kept", e);
        }
    }
}
