package io.heddle.db.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement that was built. Immutable, as every step of building it: each gives a new one.
public sealed interface Statement permits Filtered, Insert {
    /// The text, with a `?` for each value.
    String sql();

    /// The values, in the order of the text.
    List<@Nullable Object> values();
}
