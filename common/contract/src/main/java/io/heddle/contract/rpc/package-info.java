/// What may be called by its name: {@link io.heddle.contract.rpc.Rpc}. Nothing else can.
@NullMarked
package io.heddle.contract.rpc;

import org.jspecify.annotations.NullMarked;
