/// Who may do what at a centre: bearer tokens with scopes, put in front of routes. The door is
/// {@link io.heddle.kit.access.Access}. Floor 5: stands on server.
@NullMarked
package io.heddle.kit.access;

import org.jspecify.annotations.NullMarked;
