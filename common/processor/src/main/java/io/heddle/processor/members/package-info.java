/// The methods of an interface and of its super-interfaces, each once, with type variables resolved. The door is
/// {@link io.heddle.processor.members.Members}. Stands on javac's own model.
@NullMarked
package io.heddle.processor.members;

import org.jspecify.annotations.NullMarked;
