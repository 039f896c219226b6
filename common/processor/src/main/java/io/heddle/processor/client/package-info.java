/// Writes the client of a contract. The door is {@link io.heddle.processor.client.ClientWriter}. Stands on source.
@NullMarked
package io.heddle.processor.client;

import org.jspecify.annotations.NullMarked;
