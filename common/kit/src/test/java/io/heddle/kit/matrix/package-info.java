/// Every type that a contract may take and give, as one contract: `io.heddle.kit.matrix.MatrixApi`. The processor's
/// tests compile it; the kit's tests run it over HTTP against `io.heddle.kit.matrix.Matrix`.
@NullMarked
package io.heddle.kit.matrix;

import org.jspecify.annotations.NullMarked;
