package io.heddle.kit.rpc;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Secret;
import io.heddle.contract.log.SecretNames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What concerns calls by name.
///
/// @param secret what callers of this service sign with; calls need no signature when absent
/// @param secrets what this service signs its calls of others with, by their names
/// @param skew how far the clock of a caller may be off, and how long a signature holds
/// @param nonces the most signatures that are remembered, so that none is taken twice: each until its time and the skew
///     are over, in about 64 bytes. A million are 64 MB when full, and 16,000 signed calls a second with a skew of one
///     minute; what comes when they are full is answered with 503
/// @param addresses what else this instance is called by, as `host:port`, where signed calls reach it through a proxy
///     or a port that is forwarded; replicas that share one would take each other's calls
/// @param batch the most calls in one request
/// @param maxBody the largest body after it was inflated, in bytes
/// @param compressFrom the smallest request that is compressed, in bytes; 0 for none
/// @param jsonp whether `/jsonp` answers, from which any page on the web may read
public record RpcSettings(
        @Secret Optional<String> secret,
        Map<String, String> secrets,
        @Default("60s") Duration skew,

        @Default("1000000") @Bounds(min = 1, max = 10_000_000)
        int nonces,

        List<String> addresses,
        @Default("20") @Bounds(min = 1, max = 1000) int batch,

        @Default("4194304") @Bounds(min = 1024, max = 1 << 30)
        int maxBody,

        @Default("32768") @Bounds(min = 0) int compressFrom,
        @Default("false") boolean jsonp) {
    private static final int SHORTEST_SECRET = 16;
    private static final Duration LONGEST_SKEW = Duration.ofMinutes(15);

    /// Checks the secrets and the time.
    public RpcSettings {
        secrets = Map.copyOf(secrets);
        addresses = List.copyOf(addresses);
        secret.ifPresent(RpcSettings::check);
        secrets.values().forEach(RpcSettings::check);
        if (!skew.isPositive() || skew.compareTo(LONGEST_SKEW) > 0) {
            throw new IllegalArgumentException("skew must be longer than zero and at most 15 minutes");
        }
    }

    private static void check(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("a secret must have at least " + SHORTEST_SECRET + " characters");
        }
    }

    /// All but the secrets.
    @Override
    public String toString() {
        return "RpcSettings[secret=" + secret.map(_ -> SecretNames.MASK) + ", secrets of " + secrets.keySet()
                + ", skew="
                + skew + ", nonces=" + nonces + ", addresses=" + addresses + ", batch=" + batch + ", maxBody=" + maxBody
                + ", compressFrom="
                + compressFrom + ", jsonp=" + jsonp + "]";
    }

    /// What holds when nothing is set.
    public static RpcSettings standard() {
        return new RpcSettings(
                Optional.empty(), Map.of(), Duration.ofSeconds(60), 1_000_000, List.of(), 20, 4 << 20, 32_768, false);
    }

    /// The same with a secret of this service.
    public RpcSettings secret(String text) {
        return new RpcSettings(
                Optional.of(text), secrets, skew, nonces, addresses, batch, maxBody, compressFrom, jsonp);
    }

    /// The same with a secret for calls of another service.
    public RpcSettings secretOf(String service, String text) {
        return new RpcSettings(
                secret, Map.of(service, text), skew, nonces, addresses, batch, maxBody, compressFrom, jsonp);
    }

    /// The same with `/jsonp`.
    public RpcSettings withJsonp() {
        return new RpcSettings(secret, secrets, skew, nonces, addresses, batch, maxBody, compressFrom, true);
    }

    /// The same with other limits of bodies.
    public RpcSettings bodies(int most, int compressedFrom) {
        return new RpcSettings(secret, secrets, skew, nonces, addresses, batch, most, compressedFrom, jsonp);
    }

    /// The same with another number of signatures that are remembered.
    public RpcSettings nonces(int most) {
        return new RpcSettings(secret, secrets, skew, most, addresses, batch, maxBody, compressFrom, jsonp);
    }

    /// The same with other addresses that this instance is called by.
    public RpcSettings addresses(String... more) {
        return new RpcSettings(secret, secrets, skew, nonces, List.of(more), batch, maxBody, compressFrom, jsonp);
    }
}
