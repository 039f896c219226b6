/// From a document of JSON-RPC 2.0 to the methods that it names, and back. The door is {@link
/// io.heddle.kit.rpc.dispatch.Dispatcher}. Stands on json, check, trace and metrics.
@NullMarked
package io.heddle.kit.rpc.dispatch;

import org.jspecify.annotations.NullMarked;
