/// What readers see: articles with their authors and types, fetched side by side; what cannot be had is left out and
/// named. The door is {@link io.heddle.blog.front.Front}, its contract {@link io.heddle.blog.front.PageApi}. Stands on
/// the contracts of the rooms article and blogger.
@NullMarked
package io.heddle.blog.front;

import org.jspecify.annotations.NullMarked;
