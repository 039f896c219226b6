/// A table of figures with where and how they were measured, and which aims they meet. The door is
/// {@link io.heddle.bench.report.Report}. Stands on the JDK only.
@NullMarked
package io.heddle.bench.report;

import org.jspecify.annotations.NullMarked;
