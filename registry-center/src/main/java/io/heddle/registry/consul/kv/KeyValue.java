package io.heddle.registry.consul.kv;

/// A key and what it holds.
///
/// @param key its name
/// @param value what was put, never changed
/// @param flags a number that clients give a meaning
/// @param createIndex the revision at which it came
/// @param modifyIndex the revision at which it was put last
public record KeyValue(String key, byte[] value, long flags, long createIndex, long modifyIndex) {}
