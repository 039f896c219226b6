/// Many entries at once: export, import, and the folder that the centre is seeded from. The door is
/// {@link io.heddle.configcenter.bundle.Bundles}. Stands on release.
@NullMarked
package io.heddle.configcenter.bundle;

import org.jspecify.annotations.NullMarked;
