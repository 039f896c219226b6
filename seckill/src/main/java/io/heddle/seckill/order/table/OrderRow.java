package io.heddle.seckill.order.table;

import io.heddle.seckill.sale.Standing;
import java.time.Instant;
import java.util.Optional;

/// A row of the table.
///
/// @param activityId the sale
/// @param userId who won
/// @param orderId the number of the order
/// @param place the how manieth win of the sale
/// @param standing what became of it
/// @param won when
/// @param payBy until when it must be paid for
/// @param settled when it was paid for or came back
public record OrderRow(
        long activityId,
        String userId,
        String orderId,
        long place,
        Standing standing,
        Instant won,
        Instant payBy,
        Optional<Instant> settled) {
    /// The same after it was paid for or came back.
    OrderRow settled(Standing how, Instant at) {
        return new OrderRow(activityId, userId, orderId, place, how, won, payBy, Optional.of(at));
    }
}
