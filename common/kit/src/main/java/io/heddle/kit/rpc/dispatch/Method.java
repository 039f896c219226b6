package io.heddle.kit.rpc.dispatch;

import io.heddle.kit.rpc.RpcMethods;
import java.util.List;

/// A method of the table.
///
/// @param name its whole name
/// @param idempotent whether a caller may send it again after it may have been seen
/// @param parameters the names of its parameters, in order
/// @param invoker what calls it
record Method(String name, boolean idempotent, List<String> parameters, RpcMethods.Invoker invoker) {
    Method {
        parameters = List.copyOf(parameters);
    }
}
