package io.heddle.kit.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Picks among instances by what they offer.
record Offers(List<Instance> instances) {
    /// One that offers a function, picked at random by weight. Among those that are up; only when there is none, among
    /// those that are suspect.
    ///
    /// @param function a method as instances name it, `CalcApi.add`, or what follows its last dot, `add`
    Optional<Instance> of(String function, RandomGenerator random) {
        return pick(function, InstanceStatus.UP, random).or(() -> pick(function, InstanceStatus.SUSPECT, random));
    }

    private Optional<Instance> pick(String function, InstanceStatus status, RandomGenerator random) {
        List<Instance> offering = instances.stream()
                .filter(instance -> instance.status() == status && instance.weight() > 0)
                .filter(instance -> instance.methods().stream().anyMatch(named(function)))
                .sorted(Comparator.comparing(Instance::service))
                .toList();
        int all = offering.stream().mapToInt(Instance::weight).sum();
        int left = all == 0 ? 0 : random.nextInt(all);
        for (Instance instance : offering) {
            left -= instance.weight();
            if (left < 0) {
                return Optional.of(instance);
            }
        }
        return Optional.empty();
    }

    private static Predicate<String> named(String function) {
        return method -> method.equals(function) || method.endsWith('.' + function);
    }
}
