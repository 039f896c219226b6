/// Bodies that are read as they come: lines of JSON and server-sent events. The door is
/// {@link io.heddle.kit.client.stream.Streams}. Floor 3, below the client: stands on the contract only.
@NullMarked
package io.heddle.kit.client.stream;

import org.jspecify.annotations.NullMarked;
