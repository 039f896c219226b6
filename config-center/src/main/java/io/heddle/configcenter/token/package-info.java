/// Tokens that are given out by name; kept as hashes only. The door is {@link io.heddle.configcenter.token.Tokens}.
/// Stands on the catalog.
@NullMarked
package io.heddle.configcenter.token;

import org.jspecify.annotations.NullMarked;
