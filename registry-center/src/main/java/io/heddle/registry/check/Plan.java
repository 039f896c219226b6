package io.heddle.registry.check;

import io.heddle.registry.entry.Entry;
import java.util.List;

/// Knows what checks an instance has. It is asked again when the instance has registered anew.
@FunctionalInterface
public interface Plan {
    /// The checks of an instance, none for most.
    List<Check> of(Entry entry);
}
