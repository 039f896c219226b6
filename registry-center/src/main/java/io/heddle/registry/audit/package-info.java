/// Who changed what in the registry. The door is {@link io.heddle.registry.audit.Audit}. Floor 2: stands on catalog.
@NullMarked
package io.heddle.registry.audit;

import org.jspecify.annotations.NullMarked;
