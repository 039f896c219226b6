/// Work side by side that ends before its caller does, the deadline that travels with a call, what a request
/// remembers, and the news that the caller is gone. The door is {@link io.heddle.kit.task.Fanout}. Floor 1: stands
/// on trace.
@NullMarked
package io.heddle.kit.task;

import org.jspecify.annotations.NullMarked;
