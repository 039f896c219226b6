/// A relational database.
@NullMarked
package io.heddle.db;

import org.jspecify.annotations.NullMarked;
