/// The names that methods are called by. The door is {@link io.heddle.processor.read.called.NameReader}.
@NullMarked
package io.heddle.processor.read.called;

import org.jspecify.annotations.NullMarked;
