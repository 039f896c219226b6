package io.heddle.configcenter;

import io.heddle.configcenter.bundle.BundleFolder;
import io.heddle.contract.error.ServiceException;
import io.heddle.kit.client.Caller;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.config.SettingsException;
import io.heddle.kit.configcenter.edit.Bundle;
import io.heddle.kit.configcenter.edit.Bundle.Loaded;
import io.heddle.kit.configcenter.edit.ConfigEditApi;
import io.heddle.kit.log.LogSettings;
import io.heddle.kit.log.Logs;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.trace.Traces;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `export FOLDER [URL [TOKEN_FILE]]` writes what a running centre has published into a folder, secrets masked;
/// `import` publishes what differs there. A mask keeps the secret that the centre has.
///
/// @param word `export` or `import`
/// @param folder the folder
/// @param url the address of the centre
/// @param token a token that may read or edit, when the centre demands one
record FileCommand(String word, Path folder, String url, Optional<String> token) {
    private static final String HERE = "http://127.0.0.1:8001";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    static FileCommand of(String... args) {
        if (args.length < 2 || args.length > 4 || !List.of("export", "import").contains(args[0])) {
            throw new SettingsException(
                    "nothing to serve, or one of: export FOLDER [URL [TOKEN_FILE]], import FOLDER [URL [TOKEN_FILE]]",
                    new IllegalArgumentException(String.join(" ", args)));
        }
        Optional<String> token = args.length == 4 ? Optional.of(read(Path.of(args[3]))) : Optional.empty();
        return new FileCommand(args[0], Path.of(args[1]), args.length > 2 ? args[2] : HERE, token);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the token in " + file + " cannot be read", e);
        }
    }

    void run(PrintStream out) {
        Targets center = new Targets("config-center", List.of(Target.at("URL", url)));
        ClientSettings settings = ClientSettings.standard().within(LIMIT);
        try (Logs logs = Logs.open(LogSettings.console(), "config-center");
                Metrics metrics = Metrics.create();
                Clients clients = Clients.open(settings, _ -> center, Traces.off(), metrics)) {
            logs.level("warn");
            Caller caller = token.map(clients::bearing).orElse(clients);
            move(Clients.of(ConfigEditApi.class, caller), new BundleFolder(folder), out);
        } catch (ServiceException e) {
            throw new SettingsException(word + ": " + e.sentence(), e);
        }
    }

    private void move(ConfigEditApi api, BundleFolder files, PrintStream out) {
        if (word.equals("export")) {
            Bundle bundle = api.export(Optional.empty());
            files.write(bundle);
            out.println(bundle.entries().size() + " entries and "
                    + bundle.schemas().size() + " schemas written to " + folder);
        } else {
            Loaded loaded = api.load(files.read());
            loaded.published().forEach(entry -> out.println("published " + entry));
            out.println(loaded.unchanged().size() + " entries are as they were");
        }
    }
}
