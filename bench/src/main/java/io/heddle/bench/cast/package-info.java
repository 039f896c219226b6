/// The processes of a flash sale that is put to the proof: its services and their servers, and the one who kills them.
/// The door is {@link io.heddle.bench.cast.Cast}. Stands on the room process.
@NullMarked
package io.heddle.bench.cast;

import org.jspecify.annotations.NullMarked;
