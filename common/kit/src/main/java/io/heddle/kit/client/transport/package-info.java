/// One request to one instance: over our own `http1` by default, over Helidon's WebClient by setting. Both pass the
/// same contract tests. The door is {@link io.heddle.kit.client.transport.Transports}. Floor 3, below the client:
/// stands on http1.
@NullMarked
package io.heddle.kit.client.transport;

import org.jspecify.annotations.NullMarked;
