package io.heddle.kit.registry;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a process takes part in discovery.
///
/// @param urls the addresses of the registry's nodes; none for a process that takes no part
/// @param token the bearer token to show, when the registry demands one
/// @param ttl how long this process lives in the registry without a beat
/// @param beat how often it beats; a third of the time to live when absent
/// @param zone where this process runs, empty when it does not matter
/// @param folder where the last view of the others is kept, nowhere when absent
/// @param firstWait how long the first call to a service may wait for the registry to say where it is
/// @param timeout how long one question to the registry may take
/// @param all whether to know all services, as a gateway must, and not only those that were asked for
/// @param names the most services that are watched at the same time because they were asked for; a registry lets one
/// watch name 200
public record RegistrySettings(
        @Default("http://127.0.0.1:8848") List<String> urls,
        Optional<String> token,
        @Default("10s") Duration ttl,
        Optional<Duration> beat,
        @Default("") String zone,
        Optional<String> folder,
        @Default("2s") Duration firstWait,
        @Default("2s") Duration timeout,
        @Default("false") boolean all,
        @Default("100") @Bounds(min = 1, max = 199) int names) {
    /// How often a beat is missed before the lease ends, when the settings do not say.
    private static final int BEATS_A_LEASE = 3;

    /// Checks the times and copies the addresses in.
    public RegistrySettings {
        urls = List.copyOf(urls);
        if (beat.orElse(Duration.ofMillis(1)).compareTo(ttl) >= 0 || !ttl.isPositive()) {
            throw new IllegalArgumentException("beat must be shorter than ttl");
        }
    }

    /// A registry at that address and defaults for the rest.
    public static RegistrySettings at(String url) {
        return new RegistrySettings(
                List.of(url),
                Optional.empty(),
                Duration.ofSeconds(10),
                Optional.empty(),
                "",
                Optional.empty(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                false,
                100);
    }

    /// The same with other nodes.
    public RegistrySettings nodes(List<String> addresses) {
        return new RegistrySettings(addresses, token, ttl, beat, zone, folder, firstWait, timeout, all, names);
    }

    /// The same with another time to live.
    public RegistrySettings ttl(Duration time) {
        return new RegistrySettings(urls, token, time, beat, zone, folder, firstWait, timeout, all, names);
    }

    /// The same with a folder for the last view.
    public RegistrySettings folder(Path path) {
        return new RegistrySettings(
                urls, token, ttl, beat, zone, Optional.of(path.toString()), firstWait, timeout, all, names);
    }

    /// The same with a bearer token.
    public RegistrySettings token(String bearer) {
        return new RegistrySettings(urls, Optional.of(bearer), ttl, beat, zone, folder, firstWait, timeout, all, names);
    }

    /// The same for one who must know all services.
    public RegistrySettings knowingAll() {
        return new RegistrySettings(urls, token, ttl, beat, zone, folder, firstWait, timeout, true, names);
    }

    /// How often this process beats.
    public Duration pace() {
        return beat.orElseGet(() -> ttl.dividedBy(BEATS_A_LEASE));
    }

    /// Never shows the token.
    @Override
    public String toString() {
        return "RegistrySettings[urls=" + urls + ", ttl=" + ttl + ", zone=" + zone + "]";
    }
}
