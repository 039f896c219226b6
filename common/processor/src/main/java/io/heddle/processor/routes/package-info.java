/// Writes the routes of a contract. The door is {@link io.heddle.processor.routes.RoutesWriter}. Stands on source.
@NullMarked
package io.heddle.processor.routes;

import org.jspecify.annotations.NullMarked;
