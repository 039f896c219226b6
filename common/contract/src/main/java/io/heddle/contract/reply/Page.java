package io.heddle.contract.reply;

import java.util.List;

/// One page of a longer list. On the wire the items are `data` and the rest is `pagination`.
///
/// @param <T> the type of an item
/// @param items the items of this page
/// @param total how many items there are on all pages, 0 or more
/// @param page the number of this page, the first is 1
/// @param limit the most items a page holds, 1 or more
public record Page<T>(List<T> items, long total, int page, int limit) {
    /// Copies the items in.
    public Page {
        items = List.copyOf(items);
    }
}
