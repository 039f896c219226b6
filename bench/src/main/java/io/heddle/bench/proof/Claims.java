package io.heddle.bench.proof;

import io.heddle.bench.proof.Asker.Answer;
import io.heddle.seckill.check.Reply;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads what the service says of a claim.
final class Claims {
    private Claims() {}

    /// What came back to a claim.
    ///
    /// @throws IllegalStateException when it is an answer that no claim of this proof may get
    static Reply reply(Optional<Answer> answer) {
        if (answer.isEmpty() || answer.get().status() == 503) {
            return new Reply.Undecided();
        }
        if (answer.get().status() != 200) {
            throw new IllegalStateException("a claim was answered by " + answer.get());
        }
        return new Reply.Decided(read(answer.get().data()));
    }

    static Claim read(JsonNode data) {
        long asOf = data.path("as_of").asLong();
        return switch (data.path("status").asString()) {
            case "WON" -> new Claim.Won(order(data), payBy(data), asOf);
            case "ALREADY_WON" ->
                new Claim.AlreadyWon(
                        order(data), payBy(data), data.path("paid").asBoolean() ? Standing.PAID : Standing.HELD, asOf);
            case "RELEASED" ->
                new Claim.Released(
                        order(data), Standing.valueOf(data.path("reason").asString()), asOf);
            case "SOLD_OUT" -> new Claim.SoldOut(data.path("final").asBoolean(), asOf);
            case "NOT_STARTED" -> new Claim.NotStarted(instant(data, "starts_at"), instant(data, "server_time"), asOf);
            case "ENDED" -> new Claim.Ended(asOf);
            case "NONE" -> new Claim.None(asOf);
            default -> throw new IllegalStateException("a claim came to " + data);
        };
    }

    private static OrderId order(JsonNode data) {
        return OrderId.parse(data.path("order_id").asString())
                .orElseThrow(() -> new IllegalStateException("no order number in " + data));
    }

    private static Instant payBy(JsonNode data) {
        return instant(data, "pay_by");
    }

    private static Instant instant(JsonNode data, String field) {
        return Instant.parse(data.path(field).asString());
    }
}
