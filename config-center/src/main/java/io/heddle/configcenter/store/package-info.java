/// Where entries, releases, schemas, tokens and the audit trail are kept. The door is
/// {@link io.heddle.configcenter.store.SqlStore}; others know it as {@link
/// io.heddle.configcenter.store.ReleaseStore}. The room inside keeps them in a store that several nodes share.
@NullMarked
package io.heddle.configcenter.store;

import org.jspecify.annotations.NullMarked;
