/// From the raw path of a request to what answers it: a tree of segments. The door is {@link
/// io.heddle.kit.server.route.RouteTable}. Stands on text.
@NullMarked
package io.heddle.kit.server.route;

import org.jspecify.annotations.NullMarked;
