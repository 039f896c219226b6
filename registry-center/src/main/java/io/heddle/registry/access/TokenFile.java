package io.heddle.registry.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tokens that were generated on the first start, one `scope token` a line, readable by the owner only.
final class TokenFile {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    private static final int TOKEN_BYTES = 24;

    private final Path file;

    TokenFile(Path folder) {
        this.file = folder.resolve("registry.tokens");
    }

    /// The tokens of the file; makes them when there is none, and prints them that once.
    Map<Scope, String> tokens() {
        try {
            return Files.exists(file) ? read() : generate();
        } catch (IOException e) {
            throw new UncheckedIOException("the tokens in " + file + " cannot be read or made", e);
        }
    }

    private Map<Scope, String> read() throws IOException {
        Map<Scope, String> tokens = new EnumMap<>(Scope.class);
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ", -1);
            if (parts.length == 2 && parts[1].length() >= TOKEN_BYTES) {
                tokens.put(Scope.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
            }
        }
        if (tokens.size() != Scope.values().length) {
            throw new IOException("a token is missing; remove the file to have new ones made");
        }
        return tokens;
    }

    private Map<Scope, String> generate() throws IOException {
        Map<Scope, String> tokens = new EnumMap<>(Scope.class);
        SecureRandom random = new SecureRandom();
        for (Scope scope : Scope.values()) {
            byte[] bytes = new byte[TOKEN_BYTES];
            random.nextBytes(bytes);
            tokens.put(scope, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        write(tokens);
        LOG.atWarn()
                .addKeyValue("file", file)
                .addKeyValue("tokens", lines(tokens))
                .log("the registry listens beyond this machine and demands tokens; they are shown this once");
        return tokens;
    }

    private void write(Map<Scope, String> tokens) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, lines(tokens), StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static List<String> lines(Map<Scope, String> tokens) {
        return tokens.entrySet().stream()
                .map(token -> token.getKey().name().toLowerCase(Locale.ROOT) + ' ' + token.getValue())
                .toList();
    }
}
