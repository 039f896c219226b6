/// Who asks, and what they may. The door is {@link io.heddle.configcenter.access.Gate}. Stands on the catalog.
@NullMarked
package io.heddle.configcenter.access;

import org.jspecify.annotations.NullMarked;
