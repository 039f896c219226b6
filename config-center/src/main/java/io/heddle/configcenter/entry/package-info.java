/// What names an entry and what its value may be. The door is {@link io.heddle.configcenter.entry.Values}.
@NullMarked
package io.heddle.configcenter.entry;

import org.jspecify.annotations.NullMarked;
