/// Where other services are, by the registry, by DNS or by a list in the settings. The door is
/// {@link io.heddle.kit.discovery.Discovery}. Floor 5: stands on client.
@NullMarked
package io.heddle.kit.discovery;

import org.jspecify.annotations.NullMarked;
