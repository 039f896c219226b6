/// What other people's protocols cost the registry, beside the servers that they come from. The door is
/// {@link io.heddle.bench.facade.FacadeTable}. Stands on load and report.
@NullMarked
package io.heddle.bench.facade;

import org.jspecify.annotations.NullMarked;
