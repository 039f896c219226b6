package io.heddle.registry.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The last changes, one for each revision. One thread writes at a time, any thread reads.
final class ChangeRing {
    private final AtomicReferenceArray<Step> steps;

    ChangeRing(int size) {
        this.steps = new AtomicReferenceArray<>(size);
    }

    void add(Step step) {
        steps.set(slot(step.revision()), step);
    }

    /// The changes after one revision up to another, empty when some of them are forgotten.
    Optional<List<Step>> between(long since, long until) {
        if (until - since > steps.length()) {
            return Optional.empty();
        }
        List<Step> found = new ArrayList<>((int) (until - since));
        for (long revision = since + 1; revision <= until; revision++) {
            Step step = steps.get(slot(revision));
            if (step == null || step.revision() != revision) {
                return Optional.empty();
            }
            found.add(step);
        }
        return Optional.of(found);
    }

    Optional<Step> at(long revision) {
        return Optional.ofNullable(steps.get(slot(revision))).filter(step -> step.revision() == revision);
    }

    private int slot(long revision) {
        return (int) (revision % steps.length());
    }
}
