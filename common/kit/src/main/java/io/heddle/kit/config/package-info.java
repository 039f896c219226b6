/// Settings: records filled from the file, the environment, system properties and what a centre pushes, in that
/// order of strength, each key checked against what is known. The door is {@link io.heddle.kit.config.Settings}.
/// Floor 3: stands on json and on Helidon's config.
@NullMarked
package io.heddle.kit.config;

import org.jspecify.annotations.NullMarked;
