package io.heddle.configcenter.kv;

/// A key with its value and the index that it came about at.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pair(String key, byte[] value, long index) {}
