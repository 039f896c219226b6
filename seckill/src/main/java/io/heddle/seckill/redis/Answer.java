package io.heddle.seckill.redis;

import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import java.time.Instant;
import java.util.List;

/// What a script answered: a word, the number of the last event, and what the word needs.
final class Answer {
    private final List<Object> parts;

    Answer(List<Object> parts) {
        this.parts = parts;
    }

    String word() {
        return text(0);
    }

    /// The number of the last event that it knows of.
    long number() {
        return number(1);
    }

    String text(int place) {
        return String.valueOf(parts.get(place));
    }

    long number(int place) {
        return Long.parseLong(text(place));
    }

    Instant time(int place) {
        return Instant.ofEpochMilli(number(place));
    }

    /// What a user is told.
    Claim claim(long activity) {
        long asOf = number();
        return switch (word()) {
            case "WON" -> new Claim.Won(new OrderId(activity, number(2)), time(3), asOf);
            case "OWN" -> own(activity, text(2).split(" "), asOf);
            case "SOLD_OUT" -> new Claim.SoldOut(number(2) == 1, asOf);
            case "NOT_STARTED" -> new Claim.NotStarted(time(2), time(3), asOf);
            case "ENDED" -> new Claim.Ended(asOf);
            case "NONE" -> new Claim.None(asOf);
            case "NO_ACTIVITY" -> new Claim.NoActivity();
            default -> throw new IllegalStateException("no answer to a claim: " + word());
        };
    }

    /// @param own position, time to pay and standing
    private static Claim own(long activity, String[] own, long asOf) {
        OrderId order = new OrderId(activity, Long.parseLong(own[0]));
        Standing standing = Standing.valueOf(own[2]);
        return standing.live()
                ? new Claim.AlreadyWon(order, Instant.ofEpochMilli(Long.parseLong(own[1])), standing, asOf)
                : new Claim.Released(order, standing, asOf);
    }
}
