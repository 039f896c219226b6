/// A store in the memory of one process, for tests with several nodes in it: {@link
/// io.heddle.store.memory.SharedMemory}. Stands on the contract.
@NullMarked
package io.heddle.store.memory;

import org.jspecify.annotations.NullMarked;
