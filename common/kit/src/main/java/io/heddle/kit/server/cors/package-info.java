/// Which other origins' pages may call (WHATWG Fetch, "HTTP-CORS protocol"). The door is {@link
/// io.heddle.kit.server.cors.Cors}. Stands on nothing of ours.
@NullMarked
package io.heddle.kit.server.cors;

import org.jspecify.annotations.NullMarked;
