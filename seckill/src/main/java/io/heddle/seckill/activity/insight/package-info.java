/// What can be told of a running sale without the database. The door is
/// {@link io.heddle.seckill.activity.insight.Insight}. Stands on the rooms sale and mark.
@NullMarked
package io.heddle.seckill.activity.insight;

import org.jspecify.annotations.NullMarked;
