/// Writes the test stub of a contract. The door is {@link io.heddle.processor.stub.StubWriter}. Stands on source.
@NullMarked
package io.heddle.processor.stub;

import org.jspecify.annotations.NullMarked;
