/// A config centre in memory, and what every config centre must do for its readers. The door is
/// {@link io.heddle.testkit.config.MemoryConfigCenter}.
@NullMarked
package io.heddle.testkit.config;

import org.jspecify.annotations.NullMarked;
