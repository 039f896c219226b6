/// The one family of errors that crosses the wire. The door is {@link io.heddle.contract.error.ServiceException}:
/// a status, a stable code, a message that was written for the caller, and the fields that were wrong.
@NullMarked
package io.heddle.contract.error;

import org.jspecify.annotations.NullMarked;
