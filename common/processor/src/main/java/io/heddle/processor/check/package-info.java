/// Writes the checks of a contract, as far as it asks for any. The door is {@link
/// io.heddle.processor.check.ChecksWriter}. Stands on source and json.
@NullMarked
package io.heddle.processor.check;

import org.jspecify.annotations.NullMarked;
