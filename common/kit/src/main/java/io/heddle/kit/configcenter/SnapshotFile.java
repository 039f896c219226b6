package io.heddle.kit.configcenter;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.seal.BrokenSealException;
import io.heddle.kit.seal.PrivateFile;
import io.heddle.kit.seal.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last state on disk, readable by the owner only. Sealed under a key that is derived from the read token, for
/// a token is what secrets are told to; without one there are no secrets in it. It is a cache: when it cannot be
/// read or written the process goes on without.
final class SnapshotFile {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFile.class);
    private static final JsonType<ConfigState> STATE = new JsonType<>() {};
    private static final String PURPOSE = "heddle config snapshot";

    private final Json json = Json.tolerant();
    private final Path file;
    private final String service;
    private final Optional<Seal> seal;

    SnapshotFile(Path folder, String service, Optional<String> token) {
        this.file = folder.resolve(token.isPresent() ? "configs.sealed" : "configs.json");
        this.service = service;
        this.seal = token.map(secret -> Seal.derived(secret, PURPOSE));
    }

    Optional<ConfigState> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            byte[] kept = Files.readAllBytes(file);
            return Optional.of(
                    json.read(STATE, seal.map(key -> key.open(kept, service)).orElse(kept)));
        } catch (IOException | ServiceException | BrokenSealException e) {
            LOG.atWarn().addKeyValue("file", file).setCause(e).log("the last configs cannot be read");
            return Optional.empty();
        }
    }

    void write(ConfigState state) {
        byte[] plain = json.write(STATE, state);
        try {
            PrivateFile.write(file, seal.map(key -> key.seal(plain, service)).orElse(plain));
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("file", file).setCause(e).log("the configs cannot be kept");
        }
    }
}
