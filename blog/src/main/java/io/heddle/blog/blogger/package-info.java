/// Those who write: they register, are listed and looked up. The door is {@link io.heddle.blog.blogger.Bloggers}, its
/// contract {@link io.heddle.blog.blogger.BloggerApi}. A password is kept as a bcrypt hash and never given out.
@NullMarked
package io.heddle.blog.blogger;

import org.jspecify.annotations.NullMarked;
