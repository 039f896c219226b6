/// Writes the table of what may be called by its name. The door is {@link io.heddle.processor.rpc.RpcWriter}. Stands on
/// source, check and logged.
@NullMarked
package io.heddle.processor.rpc;

import org.jspecify.annotations.NullMarked;
