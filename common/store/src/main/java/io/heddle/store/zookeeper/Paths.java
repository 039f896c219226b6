package io.heddle.store.zookeeper;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Keys as paths of znodes, and their values as data: one byte more, so that an empty value is not taken for a
/// folder.
///
/// @param root under which all of them are
record Paths(String root) {
    private static final byte VALUE = 1;

    /// The path of a key.
    String path(String key) {
        String inner = Arrays.stream(key.split("/", -1)).map(Paths::escaped).collect(Collectors.joining("/"));
        return root + (inner.startsWith("/") ? inner : '/' + inner);
    }

    private static String escaped(String part) {
        String escaped = URLEncoder.encode(part, StandardCharsets.UTF_8);
        return escaped.equals(".") || escaped.equals("..") ? escaped.replace(".", "%2E") : escaped;
    }

    /// The key at a path.
    String key(String path) {
        return Arrays.stream(path.substring(root.length()).split("/", -1))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/"));
    }

    /// The folder that holds all keys with a prefix.
    String folder(String prefix) {
        String folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        String path = path(folder.isEmpty() ? "/" : folder);
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /// Counts the deletions, so that a znode that was made anew is not taken for the one before it.
    String deletions() {
        return root + "-deletions";
    }

    static boolean isValue(byte[] data) {
        return data.length > 0;
    }

    static byte[] data(byte[] value) {
        byte[] data = new byte[value.length + 1];
        data[0] = VALUE;
        System.arraycopy(value, 0, data, 1, value.length);
        return data;
    }

    static byte[] value(byte[] data) {
        return Arrays.copyOfRange(data, 1, data.length);
    }
}
