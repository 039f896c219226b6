package io.heddle.registry.consul.kv;

/// How much may be kept.
///
/// @param keys the most keys
/// @param keyLength the longest key, in characters
/// @param valueBytes the largest value
/// @param totalBytes the most of all values together
public record KeyLimits(int keys, int keyLength, int valueBytes, long totalBytes) {}
