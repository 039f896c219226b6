/// The contract by which configs are edited: drafts, releases, gray releases, schemas, tokens. The door is
/// {@link io.heddle.kit.configcenter.edit.ConfigEditApi}.
@NullMarked
package io.heddle.kit.configcenter.edit;

import org.jspecify.annotations.NullMarked;
