/// Reads a marked interface into a contract, and reports everything that is wrong with it where it is wrong.
///
/// The door is {@link io.heddle.processor.read.ContractReader}. Stands on members, path, model, naming, type, json and
/// report.
@NullMarked
package io.heddle.processor.read;

import org.jspecify.annotations.NullMarked;
