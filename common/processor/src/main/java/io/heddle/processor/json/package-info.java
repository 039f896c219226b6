/// What a Java type looks like as JSON, or why it cannot be JSON. The door is {@link
/// io.heddle.processor.json.JsonShapes}. Knows Jackson's annotations by name only. Stands on type and naming.
@NullMarked
package io.heddle.processor.json;

import org.jspecify.annotations.NullMarked;
