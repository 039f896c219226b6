/// A system of services in this process: a registry in memory, services and stubs that find each other through it over
/// real HTTP, and faults on the way to the stubs. The door is {@link io.heddle.testkit.system.TestSystem}; {@link
/// io.heddle.testkit.system.HeddleTest} gives a test one, and a database of its own. Stands on the rooms registry,
/// fault and server.
@NullMarked
package io.heddle.testkit.system;

import org.jspecify.annotations.NullMarked;
