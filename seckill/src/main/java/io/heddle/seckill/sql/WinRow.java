package io.heddle.seckill.sql;

import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// A win as its row has it.
///
/// @param place its position in the sale
/// @param number the number of its event
record WinRow(long activity, long place, byte[] userId, long number, long wonMs, long payByMs, Standing standing) {
    static final String COLUMNS = "activity, place, user_id, number, won_ms, pay_by_ms, standing";

    private OrderId id() {
        return new OrderId(activity, place);
    }

    private UserId user() {
        return new UserId(new String(userId, StandardCharsets.US_ASCII));
    }

    private Instant payBy() {
        return Instant.ofEpochMilli(payByMs);
    }

    Order order(Standing now, long asOf) {
        return new Order(id(), user(), Instant.ofEpochMilli(wonMs), payBy(), now, asOf);
    }

    Event event() {
        return new Event.Won(number, Instant.ofEpochMilli(wonMs), id(), user(), payBy());
    }

    Claim.Won won() {
        return new Claim.Won(id(), payBy(), number);
    }
}
