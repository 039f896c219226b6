/// Errors and warnings at their place in the source. The door is {@link io.heddle.processor.report.Problems}.
@NullMarked
package io.heddle.processor.report;

import org.jspecify.annotations.NullMarked;
