package io.heddle.configcenter.bundle;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.entry.Values;
import io.heddle.contract.error.ServiceException;
import io.heddle.kit.config.SettingsException;
import io.heddle.kit.configcenter.edit.Bundle;
import io.heddle.kit.configcenter.edit.Bundle.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A bundle as a folder of files: `{config}/{service}.json`, with `@{label}` behind the service when it is for a
/// label, and `{config}/schema.json`.
///
/// @param folder where the files are
public record BundleFolder(Path folder) {
    private static final String SUFFIX = ".json";
    private static final String SCHEMA = "schema";

    /// A file.
    ///
    /// @param path where it is
    /// @param config the name of the config
    /// @param service the service, with its label, or `schema`
    record Part(Path path, String config, String service) {
        boolean schema() {
            return service.equals(SCHEMA);
        }

        EntryKey key() {
            return read(bytes -> EntryKey.of(config, service));
        }

        ObjectNode value() {
            return read(Values::read);
        }

        /// @throws SettingsException when the file cannot be used
        <T> T read(Function<byte[], T> reader) {
            try {
                return reader.apply(Files.readAllBytes(path));
            } catch (IOException e) {
                throw new UncheckedIOException(path + " cannot be read", e);
            } catch (ServiceException e) {
                throw new SettingsException(path + " cannot be used: " + e.sentence(), e);
            }
        }
    }

    /// The files, schemas first.
    ///
    /// @throws SettingsException when there is no such folder
    List<Part> parts() {
        if (!Files.isDirectory(folder)) {
            throw new SettingsException(folder + " is no folder", new IOException("not there"));
        }
        try (Stream<Path> found = Files.walk(folder, 2)) {
            List<Part> parts =
                    new ArrayList<>(found.filter(file -> folder.relativize(file).getNameCount() == 2)
                            .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                            .sorted()
                            .map(this::part)
                            .toList());
            parts.sort((a, b) -> Boolean.compare(b.schema(), a.schema()));
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private Part part(Path file) {
        Path inside = folder.relativize(file);
        String name = inside.getName(1).toString();
        return new Part(file, inside.getName(0).toString(), name.substring(0, name.length() - SUFFIX.length()));
    }

    /// Reads all files.
    ///
    /// @throws SettingsException when a file cannot be used
    public Bundle read() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        List<Item> entries = new ArrayList<>();
        for (Part part : parts()) {
            if (part.schema()) {
                schemas.put(part.config(), part.value());
            } else {
                entries.add(new Item(part.config(), part.key().target(), part.value()));
            }
        }
        return new Bundle(schemas, entries);
    }

    /// Writes a file for each schema and entry; files of others stay.
    public void write(Bundle bundle) {
        bundle.schemas().forEach((config, schema) -> write(config, SCHEMA, schema));
        bundle.entries().forEach(item -> write(item.config(), item.service(), item.value()));
    }

    private void write(String config, String name, JsonNode value) {
        try {
            Path file = Files.createDirectories(folder.resolve(config)).resolve(name + SUFFIX);
            Files.writeString(file, value.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written", e);
        }
    }
}
