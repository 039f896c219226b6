/// How a client may treat a call: its time limit, whether it may be sent again, hedged, or answered by a fallback.
@NullMarked
package io.heddle.contract.call;

import org.jspecify.annotations.NullMarked;
