package io.heddle.kit.registry;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last view on disk. It is a cache: when it cannot be read or written the process goes on without.
final class ViewFile {
    private static final Logger LOG = LoggerFactory.getLogger(ViewFile.class);
    private static final JsonType<Map<String, List<Instance>>> SERVICES = new JsonType<>() {};

    private final Json json = Json.tolerant();
    private final Path file;

    ViewFile(Path folder) {
        this.file = folder.resolve("services.json");
    }

    Map<String, List<Instance>> read() {
        try {
            return Files.exists(file) ? json.read(SERVICES, Files.readAllBytes(file)) : Map.of();
        } catch (IOException | ServiceException e) {
            LOG.atWarn().addKeyValue("file", file).setCause(e).log("the last view of the services cannot be read");
            return Map.of();
        }
    }

    void write(Map<String, List<Instance>> services) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(
                    file.getFileName() + "." + ProcessHandle.current().pid());
            Files.write(fresh, json.write(SERVICES, services));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("file", file).setCause(e).log("the view of the services cannot be kept");
        }
    }
}
