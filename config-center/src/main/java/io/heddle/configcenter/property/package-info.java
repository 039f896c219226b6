/// Configs as flat properties, the way clients of other config centres read them. The door is
/// {@link io.heddle.configcenter.property.Properties}. Stands on the catalog and on who asks.
@NullMarked
package io.heddle.configcenter.property;

import org.jspecify.annotations.NullMarked;
