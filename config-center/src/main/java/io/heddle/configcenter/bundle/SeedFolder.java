package io.heddle.configcenter.bundle;

import io.heddle.configcenter.access.Visitor;
import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.entry.Values;
import io.heddle.configcenter.store.ReleaseStore;
import io.heddle.configcenter.store.Stored;
import io.heddle.contract.error.ServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// A folder of files that are published when they are new or changed since they were last:
/// `{config}/{service}.json`,
/// and `{config}/schema.json`. What a person published since is left alone while the file stays as it is.
///
/// @param folder where the files are
/// @param bundles publishes them
/// @param store knows what was seeded before
public record SeedFolder(Path folder, Bundles bundles, ReleaseStore store) {
    private static final Logger LOG = LoggerFactory.getLogger(SeedFolder.class);
    private static final String SUFFIX = ".json";
    private static final String SCHEMA = "schema.json";
    private static final Visitor SEED = new Visitor("seed", "admin", Optional.empty(), Optional.empty());

    /// Publishes them, schemas first.
    ///
    /// @param onService told of each service that a file is for
    /// @throws io.heddle.kit.config.SettingsException when a file cannot be used
    public void publish(Consumer<String> onService) {
        SEED.run(() -> {
            List<Path> files = files();
            files.stream().filter(SeedFolder::schema).forEach(this::putSchema);
            TreeSet<String> services = new TreeSet<>();
            files.stream().filter(file -> !schema(file)).forEach(file -> services.add(publish(file)));
            services.forEach(onService);
        });
    }

    private List<Path> files() {
        try (Stream<Path> found = Files.walk(folder, 2)) {
            return found.filter(file -> folder.relativize(file).getNameCount() == 2)
                    .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the seed folder " + folder + " cannot be read", e);
        }
    }

    private static boolean schema(Path file) {
        return file.getFileName().toString().equals(SCHEMA);
    }

    private String config(Path file) {
        return folder.relativize(file).getName(0).toString();
    }

    private void putSchema(Path file) {
        named(
                file,
                () -> bundles.load(new io.heddle.kit.configcenter.edit.Bundle(
                        java.util.Map.of(config(file), Values.read(bytes(file))), List.of())));
    }

    /// The service that the file is for.
    private String publish(Path file) {
        String name = file.getFileName().toString();
        EntryKey[] key = new EntryKey[1];
        named(file, () -> {
            key[0] = EntryKey.of(config(file), name.substring(0, name.length() - SUFFIX.length()));
            byte[] bytes = bytes(file);
            String sum = sum(bytes);
            ObjectNode value = Values.read(bytes);
            boolean known = store.read(reading -> reading.entry(key[0])
                    .map(Stored.Entry::seed)
                    .filter(sum::equals)
                    .isPresent());
            if (!known && bundles.load(key[0], value, sum)) {
                LOG.atInfo().addKeyValue("entry", key[0]).log("published from the seed folder");
            }
        });
        return key[0].service();
    }

    private static void named(Path file, Runnable work) {
        try {
            work.run();
        } catch (ServiceException e) {
            throw new io.heddle.kit.config.SettingsException(
                    "center.seed: " + file + " cannot be used: " + e.sentence(), e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
