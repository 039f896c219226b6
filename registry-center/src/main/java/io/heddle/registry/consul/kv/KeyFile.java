package io.heddle.registry.consul.kv;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.seal.PrivateFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line that says what it is, one line of JSON for each key, and a line with the checksum (CRC-32C) of all before it.
record KeyFile(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final JsonType<Head> HEAD = new JsonType<>() {};
    private static final JsonType<KeyValue> LINE = new JsonType<>() {};
    private static final Json JSON = Json.strict();
    private static final String FORMAT = "heddle-keys-1";

    /// The first line.
    record Head(String format, long revision) {}

    /// All of it.
    record Kept(long revision, List<KeyValue> values) {}

    void write(long revision, Collection<KeyValue> values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(out, JSON.write(HEAD, new Head(FORMAT, revision)));
        for (KeyValue value : values) {
            line(out, JSON.write(LINE, value));
        }
        CRC32C sum = new CRC32C();
        sum.update(out.toByteArray());
        line(out, "%08x".formatted(sum.getValue()).getBytes(StandardCharsets.US_ASCII));
        PrivateFile.write(path, out.toByteArray());
    }

    private static void line(ByteArrayOutputStream out, byte[] text) {
        out.writeBytes(text);
        out.write('\n');
    }

    /// What was kept, empty when there is nothing. A file that is not whole is put aside and said to be so.
    Optional<Kept> read() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Files.readAllLines(path)));
        } catch (ServiceException | java.nio.charset.CharacterCodingException e) {
            Path aside = path.resolveSibling(
                    path.getFileName() + ".bad-" + Instant.now().toEpochMilli());
            Files.move(path, aside);
            LOG.atError().addKeyValue("kept", aside).setCause(e).log("the file of keys is not whole; starting empty");
            return Optional.empty();
        }
    }

    private static Kept parse(List<String> lines) {
        CRC32C sum = new CRC32C();
        for (String line : lines.subList(0, Math.max(0, lines.size() - 1))) {
            sum.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        boolean whole = lines.size() >= 2 && lines.getLast().equals("%08x".formatted(sum.getValue()));
        if (!whole || !lines.getFirst().contains('"' + FORMAT + '"')) {
            throw ServiceException.invalid("checksum", "must be that of the text");
        }
        List<KeyValue> values = new ArrayList<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            values.add(JSON.read(LINE, line.getBytes(StandardCharsets.UTF_8)));
        }
        return new Kept(
                JSON.read(HEAD, lines.getFirst().getBytes(StandardCharsets.UTF_8))
                        .revision(),
                values);
    }
}
