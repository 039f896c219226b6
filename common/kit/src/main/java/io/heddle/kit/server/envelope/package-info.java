/// The JSON around every answer: `{"code":0,"data":X}` and its errors, or RFC 9457 for those who ask for it. The
/// door is {@link io.heddle.kit.server.envelope.Envelope}. Stands on json.
@NullMarked
package io.heddle.kit.server.envelope;

import org.jspecify.annotations.NullMarked;
