/// The blog: three services from one jar. The door is {@link io.heddle.blog.Blog}, which starts the one that is named.
/// Stands on the rooms blogger, article and front.
@NullMarked
package io.heddle.blog;

import org.jspecify.annotations.NullMarked;
