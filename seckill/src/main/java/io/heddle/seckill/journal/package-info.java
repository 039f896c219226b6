/// The journal of the sales: an ordered log of entries that are on disk when {@link
/// io.heddle.seckill.journal.Journal}, its door, says so. Two kinds, RocksDB and the MVStore of H2, behind one
/// interface; what stands in the entries is the business of the room `chain` inside. Stands on `sale`.
@NullMarked
package io.heddle.seckill.journal;

import org.jspecify.annotations.NullMarked;
