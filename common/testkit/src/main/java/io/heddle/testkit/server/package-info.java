/// Real servers for tests: each on loopback and a free port, in a folder of its own, stopped by who started it. The
/// doors are {@link io.heddle.testkit.server.MariaDb} and, for the others, {@link
/// io.heddle.testkit.server.TestServer}. A server that this machine does not have skips the test by name and says
/// what to install; where `CI` is set it fails it.
@NullMarked
package io.heddle.testkit.server;

import org.jspecify.annotations.NullMarked;
