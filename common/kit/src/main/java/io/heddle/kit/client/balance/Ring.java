package io.heddle.kit.client.balance;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// A ring of hashes: each instance stands at many points of it, and a key belongs to the next point.
final class Ring {
    static final Ring EMPTY = new Ring(List.of());

    private static final int POINTS = 128;

    private final int[] points;
    private final Instance[] owners;

    Ring(List<Instance> instances) {
        TreeMap<Integer, Instance> sorted = new TreeMap<>();
        for (Instance instance : instances) {
            for (int i = 0; i < POINTS; i++) {
                sorted.put(mix((instance.target().id() + '#' + i).hashCode()), instance);
            }
        }
        points = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
        owners = sorted.values().toArray(Instance[]::new);
    }

    /// The place of the first point at or after the hash.
    int find(int hash) {
        int at = Arrays.binarySearch(points, mix(hash));
        int next = at >= 0 ? at : -at - 1;
        return next == points.length ? 0 : next;
    }

    Instance owner(int place) {
        return owners[place % owners.length];
    }

    int size() {
        return owners.length;
    }

    /// The finaliser of MurmurHash3: neighbouring hash codes come far apart.
    private static int mix(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
