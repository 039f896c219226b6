/// The blog.
@NullMarked
package io.heddle.blog;

import org.jspecify.annotations.NullMarked;
