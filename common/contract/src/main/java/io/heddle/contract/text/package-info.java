/// Scalars as text: one conversion for path, query, header, cookie, form and settings, used by the processor at compile
/// time and by client and server at run time. The door is {@link io.heddle.contract.text.Scalar}.
@NullMarked
package io.heddle.contract.text;

import org.jspecify.annotations.NullMarked;
