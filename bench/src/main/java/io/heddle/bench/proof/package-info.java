/// The proof of the flash sale: real services are killed at random while a crowd buys, and what the crowd heard, the
/// journal and the table of orders are held against the model of a sale. The door is {@link
/// io.heddle.bench.proof.Proof}. Stands on the processes of this module and on the model and checker of seckill.
@NullMarked
package io.heddle.bench.proof;

import org.jspecify.annotations.NullMarked;
