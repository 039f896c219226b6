package io.heddle.kit.client.balance;

import io.heddle.kit.client.balance.BalanceSettings.Policy;
import io.heddle.kit.client.balance.Upstream.Snapshot;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The policies. Each tries a few times for an instance that is neither ejected nor tried, and then looks at all;
/// when none is left it takes an untried one, ejected or not, and at last any.
final class Picker {
    private static final int GUESSES = 4;

    private final BalanceSettings settings;
    private final Supplier<RandomGenerator> random;
    private final AtomicInteger turn = new AtomicInteger();

    private Picker(BalanceSettings settings, Supplier<RandomGenerator> random) {
        this.settings = settings;
        this.random = random;
    }

    static Picker of(BalanceSettings settings, Supplier<RandomGenerator> random) {
        return new Picker(settings, random);
    }

    Ring ring(List<Instance> instances) {
        return settings.policy() == Policy.CONSISTENT_HASH ? new Ring(instances) : Ring.EMPTY;
    }

    Instance pick(Snapshot now, int hash, Collection<Node> tried) {
        Instance[] all = now.instances();
        if (all.length == 1) {
            return all[0];
        }
        return switch (settings.policy()) {
            case P2C -> better(all, tried);
            case ROUND_ROBIN -> inTurn(all, tried);
            case RANDOM -> any(all, tried);
            case WEIGHTED -> byWeight(all, tried);
            case ZONE_FIRST -> better(near(all, tried), tried);
            case CONSISTENT_HASH -> byHash(now, hash, tried);
        };
    }

    private static boolean fit(Instance instance, Collection<Node> tried) {
        return !instance.ejected() && instance.target().weight() > 0 && (tried.isEmpty() || !tried.contains(instance));
    }

    private Instance better(Instance[] all, Collection<Node> tried) {
        if (all.length == 1) {
            return all[0];
        }
        RandomGenerator dice = random.get();
        for (int guess = 0; guess < GUESSES; guess++) {
            int first = dice.nextInt(all.length);
            int second = dice.nextInt(all.length - 1);
            Instance a = all[first];
            Instance b = all[second < first ? second : second + 1];
            boolean aFits = fit(a, tried);
            if (aFits && fit(b, tried)) {
                return lessLoaded(a, b) ? a : b;
            }
            if (all.length == 2) {
                return aFits ? a : fit(b, tried) ? b : fallback(all, tried);
            }
        }
        return any(all, tried);
    }

    /// Compares the load for each unit of weight.
    private static boolean lessLoaded(Instance a, Instance b) {
        return (a.score() + 1L) * b.weight() <= (b.score() + 1L) * a.weight();
    }

    private Instance inTurn(Instance[] all, Collection<Node> tried) {
        for (int i = 0; i < all.length; i++) {
            Instance next = all[Math.floorMod(turn.getAndIncrement(), all.length)];
            if (fit(next, tried)) {
                return next;
            }
        }
        return fallback(all, tried);
    }

    private Instance any(Instance[] all, Collection<Node> tried) {
        int start = random.get().nextInt(all.length);
        for (int i = 0; i < all.length; i++) {
            Instance next = all[(start + i) % all.length];
            if (fit(next, tried)) {
                return next;
            }
        }
        return fallback(all, tried);
    }

    private Instance byWeight(Instance[] all, Collection<Node> tried) {
        int total = 0;
        for (Instance instance : all) {
            total += fit(instance, tried) ? instance.weight() : 0;
        }
        int point = total == 0 ? 0 : random.get().nextInt(total);
        for (Instance instance : all) {
            point -= fit(instance, tried) ? instance.weight() : 0;
            if (point < 0) {
                return instance;
            }
        }
        return fallback(all, tried);
    }

    private Instance[] near(Instance[] all, Collection<Node> tried) {
        Predicate<Instance> here = instance -> instance.target().zone().equals(settings.zone()) && fit(instance, tried);
        Instance[] near = Arrays.stream(all).filter(here).toArray(Instance[]::new);
        return near.length == 0 ? all : near;
    }

    private Instance byHash(Snapshot now, int hash, Collection<Node> tried) {
        int place = now.ring().find(hash);
        for (int i = 0; i < now.ring().size(); i++) {
            Instance next = now.ring().owner(place + i);
            if (fit(next, tried)) {
                return next;
            }
        }
        return fallback(now.instances(), tried);
    }

    private Instance fallback(Instance[] all, Collection<Node> tried) {
        int start = random.get().nextInt(all.length);
        for (int i = 0; i < all.length; i++) {
            Instance next = all[(start + i) % all.length];
            if (!tried.contains(next)) {
                return next;
            }
        }
        return all[start];
    }
}
