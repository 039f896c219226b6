/// Other people's proxies and registries as processes on free ports, each only when it is there. The door is
/// {@link io.heddle.bench.proxy.Others}. Stands on process.
@NullMarked
package io.heddle.bench.proxy;

import org.jspecify.annotations.NullMarked;
