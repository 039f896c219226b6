package io.heddle.store;

import java.util.List;

/// All keys under a prefix at one time.
///
/// @param revision of the store then; lower than one that was seen before only when the store has lost data
/// @param items in the order of their keys
public record Listing(long revision, List<Item> items) {
    /// Copies the list in.
    public Listing {
        items = List.copyOf(items);
    }
}
