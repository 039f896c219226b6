/// Who may do what: bearer tokens with scopes, put in front of routes. The door is {@link
/// io.heddle.registry.access.Access}.
/// Stands on the kit's server.
@NullMarked
package io.heddle.registry.access;

import org.jspecify.annotations.NullMarked;
