/// Calls by name over HTTP: who may call, how bodies are coded, and the script form. The door is {@link
/// io.heddle.kit.rpc.serve.RpcRoutes}. Stands on server, dispatch and sign.
@NullMarked
package io.heddle.kit.rpc.serve;

import org.jspecify.annotations.NullMarked;
