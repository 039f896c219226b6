package io.heddle.registry.lease.token;

/// Makes lease tokens that tell nothing: the number of a lease and its generation through a Feistel network of four
/// rounds (Luby and Rackoff, 1988) under a key of the registry. A guess must hit a 32-bit generation that was drawn
/// at random.
public final class Tokens {
    private static final int ROUNDS = 4;

    private final long key;

    /// Makes them under a key of the registry.
    public Tokens(long key) {
        this.key = key;
    }

    /// The token of a lease.
    public long token(int number, int generation) {
        int left = number;
        int right = generation;
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ mix(right, round);
            left = right;
            right = next;
        }
        return ((long) left << 32) | (right & 0xffff_ffffL);
    }

    /// The number in a token.
    public int number(long token) {
        return (int) (plain(token) >>> 32);
    }

    /// The generation in a token.
    public int generation(long token) {
        return (int) plain(token);
    }

    private long plain(long token) {
        int left = (int) (token >>> 32);
        int right = (int) token;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            int before = right ^ mix(left, round);
            right = left;
            left = before;
        }
        return ((long) left << 32) | (right & 0xffff_ffffL);
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014) over half, round and key.
    private int mix(int half, int round) {
        long x = (half & 0xffff_ffffL) + key + (round + 1) * 0x9e3779b97f4a7c15L;
        x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return (int) ((x ^ (x >>> 31)) >>> 32);
    }
}
