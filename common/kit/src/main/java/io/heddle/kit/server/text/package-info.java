/// Text out of a request line, a form or a cookie: strict percent-decoding and pairs of names and values. The door
/// is {@link io.heddle.kit.server.text.RawText}. Stands on the contract only.
@NullMarked
package io.heddle.kit.server.text;

import org.jspecify.annotations.NullMarked;
