/// A contract as it was read and found right: what the writers write from. The door is
/// {@link io.heddle.processor.model.Contract}. Stands on the contract annotations and javac's own model.
@NullMarked
package io.heddle.processor.model;

import org.jspecify.annotations.NullMarked;
