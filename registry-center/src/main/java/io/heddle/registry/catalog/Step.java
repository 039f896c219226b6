package io.heddle.registry.catalog;

import io.heddle.registry.entry.Entry;
import java.util.Optional;

/// One change: what an instance became, or that it left.
///
/// @param revision of the change
/// @param before the instance as it was, empty when it came
/// @param entry the instance after it, or the last that was known of one that left
/// @param gone whether it left
public record Step(long revision, Optional<Entry> before, Entry entry, boolean gone) {
    /// What differs, in words; empty when it came, left or stayed the same.
    public String difference() {
        return gone ? "" : before.map(was -> Comparison.between(was, entry)).orElse("");
    }
}
