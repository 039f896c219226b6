package io.heddle.kit.rpc;

import java.util.List;

/// Collects the methods that may be called by name, before the server opens.
public interface RpcMethods {
    /// Adds a method.
    ///
    /// @param name the whole name, `Type.method`
    /// @param idempotent whether a caller may send it again after it may have been seen
    /// @param parameters the names of its parameters, in order
    /// @param invoker what calls it
    /// @throws IllegalArgumentException when the name is taken
    void add(String name, boolean idempotent, List<String> parameters, Invoker invoker);

    /// Calls a method.
    @FunctionalInterface
    interface Invoker {
        /// Reads the arguments, calls the method, and answers the call once.
        void invoke(RpcCall call);
    }
}
