/// What is written: articles and their types, paged, searched by author and type. The door is {@link
/// io.heddle.blog.article.Articles}, its contract {@link io.heddle.blog.article.ArticleApi}. Stands on the contract of
/// the room blogger: an article has an author who exists.
@NullMarked
package io.heddle.blog.article;

import org.jspecify.annotations.NullMarked;
