/// The sales: put up, changed, opened and closed, claimed from. This service owns the engine, the only arbiter of who
/// gets a unit. The door is {@link io.heddle.seckill.activity.Activities}, its contracts
/// {@link io.heddle.seckill.activity.ActivityApi}, {@link io.heddle.seckill.activity.SaleApi} and that of the claim.
/// Stands on the engines and the room product.
@NullMarked
package io.heddle.seckill.activity;

import org.jspecify.annotations.NullMarked;
