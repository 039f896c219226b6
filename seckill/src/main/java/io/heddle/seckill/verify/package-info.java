/// Looks at the journal of the sales while nothing sells from it: whether it can be trusted, what of a damaged
/// one can be kept, and how a lost one is made anew. The door is {@link io.heddle.seckill.verify.Verify}. Stands
/// on `sale` and `journal`, and folds events by itself, so that a fault of the engine is not repeated here.
@NullMarked
package io.heddle.seckill.verify;

import org.jspecify.annotations.NullMarked;
