/// What a method says of its calls in the log: {@link io.heddle.contract.log.Logged}. What stays out of it is marked
/// {@link io.heddle.contract.bind.Secret}, or known by its name to {@link io.heddle.contract.log.SecretNames}.
@NullMarked
package io.heddle.contract.log;

import org.jspecify.annotations.NullMarked;
