/// The claim over HTTP: read and answered by hand, because it is asked more often than all else together. The door is
/// {@link io.heddle.seckill.activity.claim.ClaimRoutes}, its contract
/// {@link io.heddle.seckill.activity.claim.ClaimApi}. Stands on the rooms sale and admin.
@NullMarked
package io.heddle.seckill.activity.claim;

import org.jspecify.annotations.NullMarked;
