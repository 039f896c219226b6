/// The tokens of this registry. Stands on the kit's access.
@NullMarked
package io.heddle.registry.access;

import org.jspecify.annotations.NullMarked;
