package io.heddle.kit.rpc;

import java.util.List;

/// What a service offers to be called by name.
///
/// @param methods each method, ordered by name
public record RpcIndex(List<Entry> methods) {
    /// Where a service tells it.
    public static final String PATH = "/rpc/_index";

    /// Copies the list in.
    public RpcIndex {
        methods = List.copyOf(methods);
    }

    /// A method.
    ///
    /// @param name its whole name
    /// @param idempotent whether a caller may send it again after it may have been seen
    /// @param parameters the names of its parameters, in order
    public record Entry(String name, boolean idempotent, List<String> parameters) {
        /// Copies the names in.
        public Entry {
            parameters = List.copyOf(parameters);
        }
    }
}
