/// HTML from text that comes from outside. The door is {@link io.heddle.kit.html.Html}. Floor 0.
@NullMarked
package io.heddle.kit.html;

import org.jspecify.annotations.NullMarked;
