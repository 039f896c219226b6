/// A registry in memory, for tests of what finds its peers through one: leases that end when the test's clock says so,
/// and no probes, files or limits. The door is {@link io.heddle.testkit.registry.MemoryRegistry}; {@link
/// io.heddle.testkit.registry.RegistryContract} is what it and the real registry both must do.
@NullMarked
package io.heddle.testkit.registry;

import org.jspecify.annotations.NullMarked;
