/// What facades of other registries' protocols have in common: JSON as their clients write it, and what they call
/// instances that are not theirs. The door is {@link io.heddle.registry.foreign.Said}. Stands on the catalog.
@NullMarked
package io.heddle.registry.foreign;

import org.jspecify.annotations.NullMarked;
