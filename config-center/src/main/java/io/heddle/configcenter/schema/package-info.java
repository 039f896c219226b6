/// What JSON Schemas demand of values, and what they say is secret. The door is
/// {@link io.heddle.configcenter.schema.Schemas}. Stands on entry.
@NullMarked
package io.heddle.configcenter.schema;

import org.jspecify.annotations.NullMarked;
