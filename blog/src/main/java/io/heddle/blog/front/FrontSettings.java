package io.heddle.blog.front;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.time.Duration;

/// How pages are put together.
///
/// @param patience how long authors and types may take before a page goes without them
/// @param excerpt how many characters of an article a list shows
public record FrontSettings(
        @Default("1s") Duration patience,
        @Default("200") @Bounds(min = 1, max = 10_000) int excerpt) {}
