package io.heddle.seckill.activity.page;

import java.util.List;
import java.util.Optional;

/// Tells how sales stand. Any thread may ask; asking takes no lock for long and never waits for a database.
public interface LiveSales {
    /// One sale, if there is such a one.
    Optional<LiveSale> sale(long activity);

    /// The first sales by their numbers, at most as many as that.
    List<LiveSale> sales(int limit);
}
