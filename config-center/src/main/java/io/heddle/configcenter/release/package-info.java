/// Drafts become releases: publish, diff, roll back, gray. The door is {@link
/// io.heddle.configcenter.release.Releases}. Stands on the catalog.
@NullMarked
package io.heddle.configcenter.release;

import org.jspecify.annotations.NullMarked;
