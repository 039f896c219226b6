package io.heddle.configcenter.bundle;

import io.heddle.configcenter.access.Visitor;
import io.heddle.configcenter.bundle.BundleFolder.Part;
import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.store.ReleaseStore;
import io.heddle.configcenter.store.Stored;
import io.heddle.kit.configcenter.edit.Bundle;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder of files that are published when they are new or changed since they were last. What a person published
/// since is left alone while the file stays as it is.
///
/// @param folder where the files are
/// @param bundles publishes them
/// @param store knows what was seeded before
public record SeedFolder(BundleFolder folder, Bundles bundles, ReleaseStore store) {
    private static final Logger LOG = LoggerFactory.getLogger(SeedFolder.class);
    private static final Visitor SEED = new Visitor("seed", "admin", Optional.empty(), Optional.empty());

    /// Publishes them, schemas first.
    ///
    /// @param onService told of each service that a file is for
    /// @throws io.heddle.kit.config.SettingsException naming the file that cannot be used
    public void publish(Consumer<String> onService) {
        SEED.run(() -> {
            TreeSet<String> services = new TreeSet<>();
            for (Part part : folder.parts()) {
                if (part.schema()) {
                    Bundle schema = new Bundle(Map.of(part.config(), part.value()), List.of());
                    part.read(_ -> bundles.load(schema));
                } else {
                    services.add(part.key().service());
                    part.read(bytes -> publish(part, sum(bytes)));
                }
            }
            services.forEach(onService);
        });
    }

    private boolean publish(Part part, String sum) {
        EntryKey key = part.key();
        boolean known = store.read(reading ->
                reading.entry(key).map(Stored.Entry::seed).filter(sum::equals).isPresent());
        boolean made = !known && bundles.load(key, part.value(), sum);
        if (made) {
            LOG.atInfo().addKeyValue("entry", key).log("published from the seed folder");
        }
        return made;
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
