/// The flash sale under load: the same HTTP front on each engine, beside a bare server, and the engine alone in this
/// process. The door is {@link io.heddle.bench.sale.SaleTable}. Stands on load, server and process, and on the engines
/// of the module seckill.
@NullMarked
package io.heddle.bench.sale;

import org.jspecify.annotations.NullMarked;
