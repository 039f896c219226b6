/// What is published, as readers get it: an immutable state in memory with its bytes ready. The door is
/// {@link io.heddle.configcenter.catalog.Catalog}. Stands on store and secret.
@NullMarked
package io.heddle.configcenter.catalog;

import org.jspecify.annotations.NullMarked;
