/// The answer to one request as HTTP has it: status, headers, bytes, compression, and whether the connection ends
/// with it. The door is {@link io.heddle.kit.server.answer.Answer}. Stands on body, envelope and gzip.
@NullMarked
package io.heddle.kit.server.answer;

import org.jspecify.annotations.NullMarked;
