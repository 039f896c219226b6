/// What is sold: products with their prices and how many there are. The door is
/// {@link io.heddle.seckill.product.Products}, its contract {@link io.heddle.seckill.product.ProductApi}. Stands on
/// the rooms tables and admin.
@NullMarked
package io.heddle.seckill.product;

import org.jspecify.annotations.NullMarked;
