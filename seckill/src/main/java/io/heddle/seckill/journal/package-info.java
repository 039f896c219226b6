/// The journal of the sales: an ordered log of entries that are on disk when {@link io.heddle.seckill.journal.Journal}
/// says so, and {@link io.heddle.seckill.journal.Chain}, which turns events into entries that prove their place. Two
/// kinds, RocksDB and the MVStore of H2, behind one interface. Stands on `sale`.
@NullMarked
package io.heddle.seckill.journal;

import org.jspecify.annotations.NullMarked;
