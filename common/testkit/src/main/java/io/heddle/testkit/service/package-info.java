/// A service in this process, for the tests of its author. The door is {@link io.heddle.testkit.service.TestService}.
/// Stands on the kit's boot and client.
@NullMarked
package io.heddle.testkit.service;

import org.jspecify.annotations.NullMarked;
