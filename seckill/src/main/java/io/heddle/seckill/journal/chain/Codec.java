package io.heddle.seckill.journal.chain;

import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// The bytes of an event: a byte for its kind, the time, and what the kind has. The sale and the number stand in
/// the key.
final class Codec {
    /// The most bytes of an event.
    static final int MAX_SIZE = 32 + UserId.MAX_LENGTH;

    private static final byte ARRANGED = 1;
    private static final byte WON = 2;
    private static final byte SETTLED = 3;
    private static final byte REMOVED = 4;
    private static final byte PAID = 1;
    private static final byte CANCELLED = 2;
    private static final byte EXPIRED = 3;

    private Codec() {}

    static void write(Event event, ByteBuffer to) {
        switch (event) {
            case Event.Arranged arranged -> {
                Terms terms = arranged.terms();
                start(ARRANGED, event, to).putInt(terms.units()).put((byte) (terms.open() ? 1 : 0));
                to.putLong(terms.start().toEpochMilli()).putLong(terms.end().toEpochMilli());
                to.putLong(terms.hold().toMillis());
            }
            case Event.Won won -> {
                start(WON, event, to).putLong(won.order().position());
                to.putLong(won.payBy().toEpochMilli());
                to.put(won.user().text().getBytes(StandardCharsets.ISO_8859_1));
            }
            case Event.Settled settled ->
                start(SETTLED, event, to).putLong(settled.order().position()).put(code(settled.standing()));
            case Event.Removed removed -> start(REMOVED, event, to);
        }
    }

    private static ByteBuffer start(byte kind, Event event, ByteBuffer to) {
        return to.put(kind).putLong(event.at().toEpochMilli());
    }

    static Event read(long activity, long number, ByteBuffer from) {
        byte kind = from.get();
        Instant at = time(from);
        return switch (kind) {
            case ARRANGED -> new Event.Arranged(number, at, terms(activity, from));
            case WON -> won(number, at, new OrderId(activity, from.getLong()), from);
            case SETTLED -> new Event.Settled(number, at, new OrderId(activity, from.getLong()), standing(from.get()));
            case REMOVED -> new Event.Removed(number, at, activity);
            default -> throw new IllegalArgumentException("no kind of event is " + kind);
        };
    }

    private static Terms terms(long activity, ByteBuffer from) {
        int units = from.getInt();
        boolean open = from.get() == 1;
        Instant start = time(from);
        Instant end = time(from);
        return new Terms(activity, units, start, end, Duration.ofMillis(from.getLong()), open);
    }

    private static Event won(long number, Instant at, OrderId order, ByteBuffer from) {
        Instant payBy = time(from);
        byte[] user = new byte[from.remaining()];
        from.get(user);
        return new Event.Won(number, at, order, new UserId(new String(user, StandardCharsets.ISO_8859_1)), payBy);
    }

    private static Instant time(ByteBuffer from) {
        return Instant.ofEpochMilli(from.getLong());
    }

    private static byte code(Standing standing) {
        return switch (standing) {
            case HELD -> throw new IllegalArgumentException("nothing is settled as held");
            case PAID -> PAID;
            case CANCELLED -> CANCELLED;
            case EXPIRED -> EXPIRED;
        };
    }

    private static Standing standing(byte code) {
        return switch (code) {
            case PAID -> Standing.PAID;
            case CANCELLED -> Standing.CANCELLED;
            case EXPIRED -> Standing.EXPIRED;
            default -> throw new IllegalArgumentException("no standing is " + code);
        };
    }
}
