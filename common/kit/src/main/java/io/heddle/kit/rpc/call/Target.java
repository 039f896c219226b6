package io.heddle.kit.rpc.call;

import io.heddle.contract.ServiceName;

/// A method of a service.
///
/// @param service the service
/// @param method the name that it has there
record Target(String service, String method) {
    /// Takes `service:Type.method` apart.
    static Target of(String name) {
        int colon = name.indexOf(':');
        boolean formed = colon > 0 && colon < name.length() - 1 && ServiceName.valid(name.substring(0, colon));
        if (!formed) {
            throw new IllegalArgumentException("a call by name needs service:Type.method, not " + name);
        }
        return new Target(name.substring(0, colon), name.substring(colon + 1));
    }
}
