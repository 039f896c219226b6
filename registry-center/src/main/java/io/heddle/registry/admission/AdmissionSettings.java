package io.heddle.registry.admission;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// How much may be registered, and for how long.
///
/// @param ttl how long an instance lives without a beat when it does not say
/// @param minTtl the shortest it may ask for
/// @param maxTtl the longest it may ask for
/// @param instances the most instances in all
/// @param instancesPerService the most instances of one service
/// @param services the most services
/// @param urlLength the longest address, in characters
/// @param textLength the longest zone, version, metadata name or method, in characters
/// @param metadataEntries the most metadata of one instance
/// @param metadataBytes the largest metadata of one instance, names and values together
/// @param methods the most methods of one instance
/// @param batch the most leases renewed at once
public record AdmissionSettings(
        @Default("10s") Duration ttl,
        @Default("1s") Duration minTtl,
        @Default("10m") Duration maxTtl,

        @Default("1000000") @Bounds(min = 1, max = 10_000_000)
        int instances,

        @Default("100000") @Bounds(min = 1, max = 10_000_000)
        int instancesPerService,

        @Default("10000") @Bounds(min = 1, max = 1_000_000) int services,
        @Default("256") @Bounds(min = 16, max = 2048) int urlLength,
        @Default("128") @Bounds(min = 16, max = 1024) int textLength,
        @Default("32") @Bounds(min = 0, max = 1024) int metadataEntries,
        @Default("4096") @Bounds(min = 0, max = 65_536) int metadataBytes,
        @Default("256") @Bounds(min = 0, max = 4096) int methods,
        @Default("1000") @Bounds(min = 1, max = 100_000) int batch) {
    /// What holds when nothing is set.
    public static AdmissionSettings standard() {
        return new AdmissionSettings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                1_000_000,
                100_000,
                10_000,
                256,
                128,
                32,
                4096,
                256,
                1000);
    }
}
