/// Questions about Java types that several rooms ask. The door is {@link io.heddle.processor.type.JavaTypes}.
@NullMarked
package io.heddle.processor.type;

import org.jspecify.annotations.NullMarked;
