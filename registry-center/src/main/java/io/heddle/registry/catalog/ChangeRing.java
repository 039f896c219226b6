package io.heddle.registry.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The last changes, one for each revision. One thread writes at a time, any thread reads.
final class ChangeRing {
    private final AtomicReferenceArray<Step> steps;
    private final long stride;

    /// @param stride between one revision and the next
    ChangeRing(int size, long stride) {
        this.stride = stride;
        this.steps = new AtomicReferenceArray<>(size);
    }

    void add(Step step) {
        steps.set(slot(step.revision()), step);
    }

    /// The changes after one revision up to another, empty when some of them are forgotten, or the first was given
    /// by another node.
    Optional<List<Step>> between(long since, long until) {
        long count = (until - since) / stride;
        if (since > until || count * stride != until - since || count > steps.length()) {
            return Optional.empty();
        }
        List<Step> found = new ArrayList<>((int) count);
        for (long revision = since + stride; revision <= until; revision += stride) {
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
        return (int) (revision / stride % steps.length());
    }
}
