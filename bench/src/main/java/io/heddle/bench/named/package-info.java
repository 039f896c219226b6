/// A call by name beside the typed one. The door is {@link io.heddle.bench.named.NamedTable}. Stands on call, jmh,
/// process and report.
@NullMarked
package io.heddle.bench.named;

import org.jspecify.annotations.NullMarked;
