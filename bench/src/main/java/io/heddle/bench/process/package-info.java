/// Processes under measurement: started on free ports, ended by their handles, and asked what CPU time and memory they
/// took. The door is {@link io.heddle.bench.process.Child}. Stands on the JDK and `/proc`.
@NullMarked
package io.heddle.bench.process;

import org.jspecify.annotations.NullMarked;
