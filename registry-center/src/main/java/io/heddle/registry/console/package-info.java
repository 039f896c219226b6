/// The status page that the registry shows to a browser. The door is {@link io.heddle.registry.console.StatusPage}.
/// Stands on the catalog and the kit's server.
@NullMarked
package io.heddle.registry.console;

import org.jspecify.annotations.NullMarked;
