/// What calls by name have in common: the tables that the processor writes, the index, the settings. They are served
/// by {@link io.heddle.kit.rpc.serve.RpcRoutes}, and others are called by {@link io.heddle.kit.rpc.call.RpcClient}.
/// Floor 5: stands on server and client.
@NullMarked
package io.heddle.kit.rpc;

import org.jspecify.annotations.NullMarked;
