package io.heddle.seckill.activity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// How often the sales were started, counted in a file beside the journal.
final class Starts {
    private Starts() {}

    /// Counts this start.
    static long count(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("starts");
            long starts = 1 + read(file);
            Path next = folder.resolve("starts.next");
            Files.writeString(next, Long.toString(starts));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return starts;
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the sale cannot be written", e);
        }
    }

    /// A count that was lost begins anew: it is for people to look at.
    private static long read(Path file) throws IOException {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (NoSuchFileException | NumberFormatException e) {
            return 0;
        }
    }
}
