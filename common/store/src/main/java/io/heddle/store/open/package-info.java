/// Opens a store by its address. The door is {@link io.heddle.store.open.Stores}. Stands on the rooms of the stores.
@NullMarked
package io.heddle.store.open;

import org.jspecify.annotations.NullMarked;
