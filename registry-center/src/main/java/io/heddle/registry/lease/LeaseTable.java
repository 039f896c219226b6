package io.heddle.registry.lease;

import io.heddle.registry.lease.token.Tokens;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;

/// Leases by number. One thread changes it at a time; finding takes no lock.
final class LeaseTable {
    /// The most numbers without a lease between two with one.
    private static final int MOST_FREE = 65_536;

    private final Tokens tokens;
    private final RandomGenerator random;
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private final ConcurrentHashMap<Long, Lease> foreign = new ConcurrentHashMap<>();
    private volatile AtomicReferenceArray<Lease> leases = new AtomicReferenceArray<>(64);
    private int used;

    LeaseTable(Tokens tokens, RandomGenerator random) {
        this.tokens = tokens;
        this.random = random;
    }

    Lease add() {
        Integer again = free.pollFirst();
        int number = again == null ? used++ : again;
        return place(new Lease(number, random.nextInt()));
    }

    /// Brings a lease back under the token it had. They must come in the order of their numbers; what is no number of
    /// this registry's is a token of another node.
    Lease restore(long token) {
        int number = number(token);
        if (number < used || number > used + MOST_FREE) {
            return adopt(token);
        }
        while (used < number) {
            free.addLast(used++);
        }
        used = number + 1;
        return place(new Lease(number, tokens.generation(token)));
    }

    /// Makes a lease under a token that another node gave.
    Lease adopt(long token) {
        Lease lease = Lease.foreign(token);
        foreign.put(token, lease);
        return lease;
    }

    /// The number behind a token.
    int number(long token) {
        return tokens.number(token);
    }

    private Lease place(Lease lease) {
        AtomicReferenceArray<Lease> table = leases;
        if (lease.number() >= table.length()) {
            table = grown(table, lease.number());
        }
        table.set(lease.number(), lease);
        leases = table;
        return lease;
    }

    private static AtomicReferenceArray<Lease> grown(AtomicReferenceArray<Lease> table, int number) {
        AtomicReferenceArray<Lease> larger = new AtomicReferenceArray<>(Math.max(number + 1, table.length() * 2));
        for (int i = 0; i < table.length(); i++) {
            larger.setPlain(i, table.getPlain(i));
        }
        return larger;
    }

    void remove(Lease lease) {
        if (lease.foreign()) {
            foreign.remove(lease.token(), lease);
            return;
        }
        leases.set(lease.number(), null);
        free.addLast(lease.number());
    }

    Optional<Lease> find(long token) {
        AtomicReferenceArray<Lease> table = leases;
        int number = number(token);
        Lease lease = number >= 0 && number < table.length() ? table.get(number) : null;
        return lease != null && lease.generation() == tokens.generation(token)
                ? Optional.of(lease)
                : Optional.ofNullable(foreign.get(token));
    }

    long token(Lease lease) {
        return lease.foreign() ? lease.token() : tokens.token(lease.number(), lease.generation());
    }
}
