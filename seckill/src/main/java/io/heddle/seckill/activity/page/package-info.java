/// What people see of a sale: a page to buy on, a page that shows the sale live, and the stream behind it. The door is
/// {@link io.heddle.seckill.activity.page.SalePages}. Stands on the model of a sale and the kit's server.
@NullMarked
package io.heddle.seckill.activity.page;

import org.jspecify.annotations.NullMarked;
