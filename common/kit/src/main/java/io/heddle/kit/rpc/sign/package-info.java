/// Signatures of calls by name: HMAC-SHA256 over what is called, when and with what, each good for once. The door is
/// {@link io.heddle.kit.rpc.sign.Signatures}. Stands on the contract alone.
@NullMarked
package io.heddle.kit.rpc.sign;

import org.jspecify.annotations.NullMarked;
