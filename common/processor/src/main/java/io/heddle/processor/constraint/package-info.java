/// The constraints of `jakarta.validation` on a value: read by their names, checked against the type, put as a Java
/// expression, a message and JSON Schema. The door is {@link io.heddle.processor.constraint.Constraints}. Stands on
/// type and model.
@NullMarked
package io.heddle.processor.constraint;

import org.jspecify.annotations.NullMarked;
