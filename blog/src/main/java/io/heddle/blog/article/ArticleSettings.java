package io.heddle.blog.article;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;

/// How articles are listed. Followed live: a change holds from the next request on.
///
/// @param pageSize how many articles are on a page when the caller does not say
public record ArticleSettings(
        @Default("10") @Bounds(min = 1, max = 100) int pageSize) {}
