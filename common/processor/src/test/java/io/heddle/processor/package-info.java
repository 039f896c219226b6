/// Compiles contracts as javac does and looks at what the processor says and writes.
@NullMarked
package io.heddle.processor;

import org.jspecify.annotations.NullMarked;
