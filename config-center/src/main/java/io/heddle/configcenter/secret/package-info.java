/// Secrets in values: found, sealed under the keys of a file, masked, and kept when their mask comes back. The door
/// is {@link io.heddle.configcenter.secret.Vault}. Stands on schema.
@NullMarked
package io.heddle.configcenter.secret;

import org.jspecify.annotations.NullMarked;
