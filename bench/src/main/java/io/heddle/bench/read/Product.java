package io.heddle.bench.read;

import java.math.BigDecimal;
import java.util.Optional;

/// A row.
///
/// @param id its key
/// @param name a text
/// @param price an exact number
/// @param stock a number
/// @param note a text that may be absent
public record Product(long id, String name, BigDecimal price, int stock, Optional<String> note) {
    static final String SQL = "select id, name, price, stock, note from product where id between ? and ?";
}
