/// What the web consoles of the centres share: sessions and how one signs in, files that a browser keeps by their
/// hash, the headers that hold a page to its own origin. The door is {@link io.heddle.kit.console.Console}. Floor 6:
/// stands on access.
@NullMarked
package io.heddle.kit.console;

import org.jspecify.annotations.NullMarked;
