package io.heddle.seckill.order.audit;

import java.time.Instant;
import java.util.List;

/// What a comparison has found.
///
/// @param at when it was over
/// @param agreed whether every row is what the events say
/// @param sales how many sales were compared
/// @param orders how many orders
/// @param differences how many rows differ, are missing, or are too many
/// @param examples some of them, in words
public record Finding(Instant at, boolean agreed, int sales, long orders, long differences, List<String> examples) {
    /// Copies the examples in.
    public Finding {
        examples = List.copyOf(examples);
    }
}
