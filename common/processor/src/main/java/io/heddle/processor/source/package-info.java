/// What all generated Java has in common: the file, the marks, the overriding method. The door is
/// {@link io.heddle.processor.source.GeneratedClass}. Stands on model and naming.
@NullMarked
package io.heddle.processor.source;

import org.jspecify.annotations.NullMarked;
