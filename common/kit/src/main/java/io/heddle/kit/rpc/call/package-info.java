/// Calls other services by name. The door is {@link io.heddle.kit.rpc.call.RpcClient}. Stands on client and sign.
@NullMarked
package io.heddle.kit.rpc.call;

import org.jspecify.annotations.NullMarked;
