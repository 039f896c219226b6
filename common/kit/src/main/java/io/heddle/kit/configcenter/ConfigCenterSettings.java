package io.heddle.kit.configcenter;

import io.heddle.contract.bind.Default;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a process follows the config centre.
///
/// @param urls the addresses of the centre's nodes; none for a process that has local settings only
/// @param token the read token of this service
/// @param tokenFile a file that holds the read token, in place of `token`
/// @param label which variant of the configs this process uses, and which gray releases reach it
/// @param instance the name of this process for gray releases to single instances; its host and process id when
/// absent
/// @param folder where the last state is kept for a start without the centre, nowhere when absent
/// @param firstWait how long a start waits for the centre when there is no last state
/// @param timeout how long the centre may take to begin its answer
/// @param required names of configs without which the process does not start
public record ConfigCenterSettings(
        @Default("") List<String> urls,
        Optional<String> token,
        Optional<String> tokenFile,
        @Default("") String label,
        Optional<String> instance,
        Optional<String> folder,
        @Default("5s") Duration firstWait,
        @Default("2s") Duration timeout,
        @Default("") List<String> required) {
    /// Copies the lists in and checks the times.
    public ConfigCenterSettings {
        urls = List.copyOf(urls);
        required = List.copyOf(required);
        if (token.isPresent() && tokenFile.isPresent()) {
            throw new IllegalArgumentException("token and token_file exclude each other");
        }
        if (firstWait.isNegative() || !timeout.isPositive()) {
            throw new IllegalArgumentException("first_wait must not be negative and timeout must be longer than zero");
        }
    }

    /// A centre at that address and defaults for the rest.
    public static ConfigCenterSettings at(String url) {
        return new ConfigCenterSettings(
                List.of(url),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                List.of());
    }

    /// The same with a folder for the last state.
    public ConfigCenterSettings folder(Path path) {
        return new ConfigCenterSettings(
                urls, token, tokenFile, label, instance, Optional.of(path.toString()), firstWait, timeout, required);
    }

    /// The same with a read token.
    public ConfigCenterSettings token(String bearer) {
        return new ConfigCenterSettings(
                urls, Optional.of(bearer), Optional.empty(), label, instance, folder, firstWait, timeout, required);
    }

    /// The token to show, if there is one.
    ///
    /// @throws UncheckedIOException when its file cannot be read
    public Optional<String> bearer() {
        return token.or(() -> tokenFile.map(ConfigCenterSettings::read));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("config_center.token_file: " + file + " cannot be read", e);
        }
    }

    /// The name of this process for gray releases.
    String who() {
        return instance.orElseGet(
                () -> Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost")
                        + '-'
                        + ProcessHandle.current().pid());
    }

    /// Never shows the token.
    @Override
    public String toString() {
        return "ConfigCenterSettings[urls=" + urls + ", label=" + label + ", required=" + required + "]";
    }
}
