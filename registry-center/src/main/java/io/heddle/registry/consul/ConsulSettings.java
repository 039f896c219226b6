package io.heddle.registry.consul;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.registry.consul.kv.KeyLimits;

/// What clients of Consul find.
///
/// @param datacenter what it calls itself
/// @param waiters the most blocking queries at the same time
/// @param keys the most keys
/// @param keyLength the longest key, in characters
/// @param valueBytes the largest value
/// @param totalBytes the most of all values together
public record ConsulSettings(
        @Default("dc1") String datacenter,
        @Default("20000") @Bounds(min = 1, max = 1_000_000) int waiters,
        @Default("10000") @Bounds(min = 0, max = 1_000_000) int keys,
        @Default("512") @Bounds(min = 1, max = 4096) int keyLength,
        @Default("524288") @Bounds(min = 0, max = 4_194_304) int valueBytes,

        @Default("67108864") @Bounds(min = 0, max = 1L << 32)
        long totalBytes) {
    /// What holds when nothing is set.
    public static ConsulSettings standard() {
        return new ConsulSettings("dc1", 20_000, 10_000, 512, 512 << 10, 64L << 20);
    }

    /// How much may be kept under keys.
    public KeyLimits limits() {
        return new KeyLimits(keys, keyLength, valueBytes, totalBytes);
    }
}
