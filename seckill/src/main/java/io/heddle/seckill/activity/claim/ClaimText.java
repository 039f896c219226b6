package io.heddle.seckill.activity.claim;

import io.heddle.kit.server.Exchange;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Claim.AlreadyWon;
import io.heddle.seckill.sale.Claim.NotStarted;
import io.heddle.seckill.sale.Claim.Released;
import io.heddle.seckill.sale.Claim.SoldOut;
import io.heddle.seckill.sale.Claim.Won;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// Writes one answer as `{"code":0,"data":{..}}`. Used by one thread, once.
final class ClaimText {
    /// Room for every answer whose user needs no escapes; it grows for the others.
    private static final int USUAL = 448;

    private static final byte[] WON = ascii("{\"code\":0,\"data\":{\"won\":true,\"status\":\"WON\",\"activity_id\":");
    private static final byte[] ALREADY_WON =
            ascii("{\"code\":0,\"data\":{\"won\":true,\"status\":\"ALREADY_WON\",\"activity_id\":");
    private static final byte[] SOLD_OUT =
            ascii("{\"code\":0,\"data\":{\"won\":false,\"status\":\"SOLD_OUT\",\"activity_id\":");
    private static final byte[] NOT_STARTED =
            ascii("{\"code\":0,\"data\":{\"won\":false,\"status\":\"NOT_STARTED\",\"activity_id\":");
    private static final byte[] ENDED =
            ascii("{\"code\":0,\"data\":{\"won\":false,\"status\":\"ENDED\",\"activity_id\":");
    private static final byte[] RELEASED =
            ascii("{\"code\":0,\"data\":{\"won\":false,\"status\":\"RELEASED\",\"activity_id\":");
    private static final byte[] NONE =
            ascii("{\"code\":0,\"data\":{\"won\":false,\"status\":\"NONE\",\"activity_id\":");

    private static final byte[] USER_ID = ascii(",\"user_id\":");
    private static final byte[] ORDER_ID = ascii(",\"order_id\":\"");
    private static final byte[] POSITION = ascii("\",\"position\":");
    private static final byte[] PAID = ascii(",\"paid\":true");
    private static final byte[] NOT_PAID = ascii(",\"paid\":false");
    private static final byte[] PAY_BY = ascii(",\"pay_by\":\"");
    private static final byte[] FINAL = ascii(",\"final\":true");
    private static final byte[] NOT_FINAL = ascii(",\"final\":false");
    private static final byte[] STARTS_AT = ascii(",\"starts_at\":\"");
    private static final byte[] SERVER_TIME = ascii(",\"server_time\":\"");
    private static final byte[] CANCELLED = ascii(",\"reason\":\"CANCELLED\"");
    private static final byte[] EXPIRED = ascii(",\"reason\":\"EXPIRED\"");
    private static final byte[] AS_OF = ascii(",\"as_of\":");
    private static final byte[] END = ascii("}}");

    private final long activity;
    private final Asked asked;
    private byte[] bytes = new byte[USUAL];
    private int length;

    ClaimText(long activity, Asked asked) {
        this.activity = activity;
        this.asked = asked;
    }

    /// @throws NoActivityException when there is no such sale
    void send(Exchange exchange, Claim claim) {
        switch (claim) {
            case SoldOut out -> begin(SOLD_OUT).put(out.last() ? FINAL : NOT_FINAL);
            case Won won -> begin(WON).order(won.order()).time(PAY_BY, won.payBy());
            case AlreadyWon won ->
                begin(ALREADY_WON)
                        .order(won.order())
                        .put(won.standing() == Standing.PAID ? PAID : NOT_PAID)
                        .time(PAY_BY, won.payBy());
            case Released back ->
                begin(RELEASED).order(back.order()).put(back.standing() == Standing.CANCELLED ? CANCELLED : EXPIRED);
            case NotStarted early ->
                begin(NOT_STARTED).time(STARTS_AT, early.start()).time(SERVER_TIME, early.now());
            case Claim.Ended _ -> begin(ENDED);
            case Claim.None _ -> begin(NONE);
            case Claim.NoActivity _ -> throw NoActivityException.of(activity);
        }
        put(AS_OF).number(claim.asOf()).put(END);
        exchange.raw(200, "application/json", Arrays.copyOf(bytes, length));
    }

    private ClaimText begin(byte[] status) {
        put(status).number(activity).put(USER_ID);
        return asked.number() ? text(asked.user().text()) : quoted(asked.user().text());
    }

    private ClaimText order(OrderId order) {
        return put(ORDER_ID).text(order.toString()).put(POSITION).number(order.position());
    }

    private ClaimText time(byte[] name, Instant time) {
        put(name).text(time.toString());
        return put((byte) '"');
    }

    private ClaimText put(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    private ClaimText put(byte one) {
        room(1);
        bytes[length++] = one;
        return this;
    }

    /// Numbers here are never negative.
    private ClaimText number(long number) {
        int digits = 1;
        for (long left = number / 10; left > 0; left /= 10) {
            digits++;
        }
        room(digits);
        long left = number;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += digits;
        return this;
    }

    /// Text that is ASCII and needs no escapes.
    private ClaimText text(String plain) {
        room(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            bytes[length++] = (byte) plain.charAt(i);
        }
        return this;
    }

    /// A user id has visible ASCII characters only, so two of them need an escape.
    private ClaimText quoted(String visible) {
        put((byte) '"');
        for (int i = 0; i < visible.length(); i++) {
            byte one = (byte) visible.charAt(i);
            if (one == '"' || one == '\\') {
                put((byte) '\\');
            }
            put(one);
        }
        return put((byte) '"');
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
