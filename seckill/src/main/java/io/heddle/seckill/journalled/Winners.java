package io.heddle.seckill.journalled;

import io.heddle.seckill.sale.Standing;
import java.util.ArrayList;
import java.util.List;

/// Who won in a sale, by position from 1 and by user. Losers leave nothing here. Not for several threads.
final class Winners {
    private static final int FIRST = 16;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final List<Slab> slabs = new ArrayList<>(0);

    /// Positions by the hash of the user, 0 where there is none; open addressing, at most three quarters full.
    private int[] table = new int[FIRST];

    private int count;

    /// @param seed makes it hard to find users that fall on one place of the table
    Winners(long seed) {
        this.seed = seed | 1;
    }

    int count() {
        return count;
    }

    /// The position of a user, 0 when there is none.
    int find(String user) {
        int hash = hash(user);
        int mask = table.length - 1;
        for (int i = hash & mask; ; i = (i + 1) & mask) {
            int position = table[i];
            if (position == 0 || slab(position).is(index(position), user, hash)) {
                return position;
            }
        }
    }

    void add(String user, long at) {
        if (index(count + 1) == 0) {
            slabs.add(new Slab());
        }
        int hash = hash(user);
        count++;
        slab(count).add(user, hash, at);
        if (4L * count > 3L * table.length) {
            grow();
        } else {
            place(count, hash);
        }
    }

    private void grow() {
        table = new int[2 * table.length];
        for (int position = 1; position <= count; position++) {
            place(position, slab(position).hash(index(position)));
        }
    }

    private void place(int position, int hash) {
        int mask = table.length - 1;
        int i = hash & mask;
        while (table[i] != 0) {
            i = (i + 1) & mask;
        }
        table[i] = position;
    }

    private int hash(String user) {
        long hash = seed;
        for (int i = 0; i < user.length(); i++) {
            hash = (hash ^ user.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        hash *= seed;
        return (int) (hash >>> 32);
    }

    private Slab slab(int position) {
        return slabs.get((position - 1) / Slab.SIZE);
    }

    private static int index(int position) {
        return (position - 1) % Slab.SIZE;
    }

    String user(int position) {
        return slab(position).user(index(position));
    }

    /// When a position was won, in milliseconds since 1970.
    long won(int position) {
        return slab(position).won(index(position));
    }

    Standing standing(int position) {
        return slab(position).standing(index(position));
    }

    void settle(int position, Standing how) {
        slab(position).settle(index(position), how);
    }

    /// How many bytes its arrays take.
    long bytes() {
        return slabs.stream().mapToLong(Slab::bytes).sum() + (long) Integer.BYTES * table.length;
    }
}
