package io.heddle.seckill.redis;

import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import java.time.Instant;

/// Reads what the script of a claim answered.
final class Claims {
    private Claims() {}

    static Claim of(long activity, Answer answer) {
        long asOf = answer.number();
        return switch (answer.word()) {
            case "WON" -> new Claim.Won(new OrderId(activity, answer.number(2)), answer.time(3), asOf);
            case "OWN" -> own(activity, answer.text(2).split(" "), asOf);
            case "SOLD_OUT" -> new Claim.SoldOut(answer.number(2) == 1, asOf);
            case "NOT_STARTED" -> new Claim.NotStarted(answer.time(2), answer.time(3), asOf);
            case "ENDED" -> new Claim.Ended(asOf);
            case "NONE" -> new Claim.None(asOf);
            case "NO_ACTIVITY" -> new Claim.NoActivity();
            default -> throw new IllegalStateException("no answer to a claim: " + answer.word());
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
