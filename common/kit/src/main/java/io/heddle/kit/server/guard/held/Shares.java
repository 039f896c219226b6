package io.heddle.kit.server.guard.held;

import java.util.IdentityHashMap;

/// What is held by how many, each thing counted once. Its user's lock guards it.
final class Shares {
    private final IdentityHashMap<Object, Share> shares = new IdentityHashMap<>();
    private long total;

    /// How many hold something.
    private static final class Share {
        private final long bytes;
        private int holders;

        Share(long bytes) {
            this.bytes = bytes;
        }
    }

    long total() {
        return total;
    }

    /// Whether there is room for it: it is there already, it fits in, or it would be alone.
    boolean fits(Object what, long bytes, long limit) {
        return total == 0 || total + bytes <= limit || shares.containsKey(what);
    }

    void add(Object what, long bytes) {
        Share share = shares.get(what);
        if (share == null) {
            share = new Share(bytes);
            shares.put(what, share);
            total += bytes;
        }
        share.holders++;
    }

    void remove(Object what) {
        Share share = shares.get(what);
        if (share != null && --share.holders == 0) {
            shares.remove(what);
            total -= share.bytes;
        }
    }
}
