/// What may be registered: syntax, sizes and how many. The door is {@link io.heddle.registry.admission.Admission}.
/// Stands on the catalog.
@NullMarked
package io.heddle.registry.admission;

import org.jspecify.annotations.NullMarked;
