package io.heddle.kit.access;

import io.heddle.kit.seal.PrivateFile;
import java.io.IOException;
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

    TokenFile(Path folder, Scopes scopes) {
        this.file = folder.resolve(scopes.realm() + ".tokens");
        this.scopes = scopes;
    }

    /// The tokens of the file; makes them when there is none, and prints them that once.
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
                .addKeyValue("tokens", lines(tokens))
                .log("the {} listens beyond this machine and demands tokens; they are shown this once", scopes.realm());
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
