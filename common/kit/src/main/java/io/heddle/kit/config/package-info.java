/// Settings: records filled from the file, the environment and system properties, in that order of strength, each key
/// checked against what is known. The door is {@link io.heddle.kit.config.Settings}. Floor 2: stands on Helidon's
/// config.
@NullMarked
package io.heddle.kit.config;

import org.jspecify.annotations.NullMarked;
