package io.heddle.seckill.redis;

import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import io.lettuce.core.StreamMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// An event as an entry of the stream of its sale.
record LogEntry(long activity, long number, Map<String, String> fields) {
    static Event event(long activity, StreamMessage<String, String> message) {
        String id = message.getId();
        long number = Long.parseLong(id.substring(0, id.indexOf('-')));
        return new LogEntry(activity, number, message.getBody()).event();
    }

    private Event event() {
        return switch (text("event")) {
            case "ARRANGED" -> new Event.Arranged(number, time("at"), terms());
            case "WON" -> new Event.Won(number, time("at"), order(), new UserId(text("user")), time("pay_by"));
            case "SETTLED" -> new Event.Settled(number, time("at"), order(), Standing.valueOf(text("standing")));
            case "REMOVED" -> new Event.Removed(number, time("at"), activity);
            default ->
                throw new IllegalStateException("event " + number + " of sale " + activity + " is none: " + this);
        };
    }

    private Terms terms() {
        Duration hold = Duration.ofMillis(Long.parseLong(text("hold")));
        int units = Integer.parseInt(text("units"));
        return new Terms(
                activity, units, time("start"), time("end"), hold, text("open").equals("1"));
    }

    private OrderId order() {
        return new OrderId(activity, Long.parseLong(text("position")));
    }

    private Instant time(String field) {
        return Instant.ofEpochMilli(Long.parseLong(text(field)));
    }

    private String text(String field) {
        return Objects.requireNonNull(fields.get(field), field);
    }
}
