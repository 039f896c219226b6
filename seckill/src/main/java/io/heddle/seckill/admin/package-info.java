/// The token of those who may edit. The door is {@link io.heddle.seckill.admin.AdminToken}. Stands on nothing.
@NullMarked
package io.heddle.seckill.admin;

import org.jspecify.annotations.NullMarked;
