/// The services that a compilation knows, when it has a list of them. The door is {@link
/// io.heddle.processor.read.allowed.AllowedServices}.
@NullMarked
package io.heddle.processor.read.allowed;

import org.jspecify.annotations.NullMarked;
