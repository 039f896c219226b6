/// Path templates: literal segments, `{name}` for one segment, a last `{name:+}` for all that is left. The door is
/// {@link io.heddle.processor.path.Templates}.
@NullMarked
package io.heddle.processor.path;

import org.jspecify.annotations.NullMarked;
