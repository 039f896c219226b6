/// Compression of answers. The door is {@link io.heddle.kit.server.gzip.Gzip}. Stands on envelope.
@NullMarked
package io.heddle.kit.server.gzip;

import org.jspecify.annotations.NullMarked;
