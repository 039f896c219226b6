/// Servers of other people that are measured behind ours, each private to a run. Stands on process.
@NullMarked
package io.heddle.bench.server;

import org.jspecify.annotations.NullMarked;
