package io.heddle.kit.access;

import io.heddle.kit.seal.PrivateFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tokens that were generated on the first start, one `scope token` a line, readable by the owner only.
final class TokenFile {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    private static final int SHORTEST = 24;

    private final Path file;
    private final Scopes scopes;
    private final PrintStream terminal;

    TokenFile(Path folder, Scopes scopes) {
        this(folder, scopes, System.out);
    }

    /// @param terminal where new tokens are shown
    TokenFile(Path folder, Scopes scopes, PrintStream terminal) {
        this.terminal = terminal;
        this.file = folder.resolve(scopes.realm() + ".tokens");
        this.scopes = scopes;
    }

    /// The tokens of the file; makes them when there is none, and prints them that once: to the terminal, never to the
    /// log, which others read and keep.
    Map<String, String> tokens() {
        try {
            return Files.exists(file) ? read() : generate();
        } catch (IOException e) {
            throw new UncheckedIOException("the tokens in " + file + " cannot be read or made", e);
        }
    }

    private Map<String, String> read() throws IOException {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ", -1);
            if (parts.length == 2
                    && parts[1].length() >= SHORTEST
                    && scopes.names().contains(parts[0])) {
                tokens.put(parts[0], parts[1]);
            }
        }
        if (tokens.size() != scopes.names().size()) {
            throw new IOException("a token is missing; remove the file to have new ones made");
        }
        return tokens;
    }

    private Map<String, String> generate() throws IOException {
        Map<String, String> tokens = new LinkedHashMap<>();
        scopes.names().forEach(scope -> tokens.put(scope, Token.fresh()));
        write(tokens);
        LOG.atWarn()
                .addKeyValue("file", file)
                .log("the {} listens beyond this machine and demands tokens; they are in the file", scopes.realm());
        terminal.println("The tokens of the " + scopes.realm() + ", shown this once; they are kept in " + file + ":");
        lines(tokens).forEach(terminal::println);
        return tokens;
    }

    private void write(Map<String, String> tokens) throws IOException {
        String text = String.join("\n", lines(tokens)) + "\n";
        PrivateFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lines(Map<String, String> tokens) {
        return tokens.entrySet().stream()
                .map(token -> token.getKey() + ' ' + token.getValue())
                .toList();
    }
}
