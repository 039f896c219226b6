/// What one call costs its caller: the generated client beside hand-written and other people's clients, at 64 virtual
/// threads against a server in another process. The door is {@link io.heddle.bench.call.CallBenchmark}; a client is a
/// {@link io.heddle.bench.call.Peer}, found as a service so that those that come with Spring can stay out of the
/// build. Stands on target.
@NullMarked
package io.heddle.bench.call;

import org.jspecify.annotations.NullMarked;
