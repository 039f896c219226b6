package io.heddle.configcenter.store.shared;

import io.heddle.configcenter.entry.EntryKey;

/// What the keys are called, below the root of a centre. Numbers have leading zeros, so that the order of the keys is
/// theirs; what may be many is spread over groups.
final class Keys {
    /// The only key of its group, so that it can be read alone.
    static final String HEAD = "head/now";

    static final String ENTRIES = "entry/";
    static final String RELEASES = "release/";
    static final String SCHEMAS = "schema";
    static final String TOKENS = "token";
    static final String AUDITS = "audit/";

    private static final long AUDITS_A_GROUP = 1000;

    private Keys() {}

    static String root(String namespace) {
        return "/heddle/config/" + namespace + '/';
    }

    /// All but the last part.
    static String group(String key) {
        return key.substring(0, Math.max(key.lastIndexOf('/'), 0));
    }

    /// The number that a key ends with.
    static long last(String key) {
        return Long.parseLong(key, key.lastIndexOf('/') + 1, key.length(), 10);
    }

    static String entry(EntryKey key) {
        String name = key.label().isEmpty() ? key.config() : key.config() + '@' + key.label();
        return ENTRIES + key.service() + '/' + name;
    }

    static String draft(long entry) {
        return "draft/" + entry;
    }

    static String gray(long entry) {
        return "gray/" + entry;
    }

    static String releases(long entry) {
        return RELEASES + entry;
    }

    static String release(long entry, long revision) {
        return releases(entry) + '/' + number(revision);
    }

    static String schema(String config) {
        return SCHEMAS + '/' + config;
    }

    static String token(String name) {
        return TOKENS + '/' + name;
    }

    static String audit(long id) {
        return AUDITS + number(id / AUDITS_A_GROUP) + '/' + number(id);
    }

    private static String number(long number) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, 19 - digits.length())) + digits;
    }
}
