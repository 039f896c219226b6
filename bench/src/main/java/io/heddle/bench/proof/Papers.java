package io.heddle.bench.proof;

import io.heddle.bench.cast.Cast;
import io.heddle.seckill.check.Evidence;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/// Gathers what is known of a sale when all is quiet: its events, what each user is told, and the rows of the orders.
final class Papers {
    private static final int PAGE = 100;
    private static final int EVENTS = 1000;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Asker asker;
    private final Cast cast;
    private final long activity;

    Papers(Asker asker, Cast cast, long activity) {
        this.asker = asker;
        this.cast = cast;
        this.activity = activity;
    }

    /// @param users how many there are, numbered from 1
    /// @param end until when the orders must have come, on the clock of {@link System#nanoTime()}
    Evidence gather(int users, long end) {
        List<Event> events = events();
        while (!followed(events) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        Map<UserId, Claim> looks = new HashMap<>();
        for (int user = 1; user <= users; user++) {
            String path = "/activities/" + activity + "/seckill/" + user;
            looks.put(UserId.of(user), Claims.read(asker.data(cast.activity(), path)));
        }
        return Evidence.of(activity, events).looks(looks).rows(rows()).tolerance(Duration.ofSeconds(1));
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (JsonNode page = page(0);
                !page.isEmpty();
                page = page(events.getLast().number())) {
            page.forEach(node -> events.add(event(node)));
        }
        return events;
    }

    private JsonNode page(long after) {
        return asker.data(cast.activity(), "/activities/" + activity + "/events?after=" + after + "&limit=" + EVENTS);
    }

    private Event event(JsonNode step) {
        long number = step.path("number").asLong();
        Instant at = Instant.parse(step.path("at").asString());
        OrderId order = new OrderId(activity, Math.max(1, step.path("position").asLong()));
        return switch (step.path("kind").asString()) {
            case "ARRANGED" -> new Event.Arranged(number, at, terms());
            case "WON" ->
                new Event.Won(number, at, order, new UserId(step.path("user_id").asString()), payBy(step));
            case "SETTLED" -> new Event.Settled(number, at, order, standing(step));
            default -> throw new IllegalStateException("an event of this sale is " + step);
        };
    }

    /// The terms of a sale of this proof never change.
    private Terms terms() {
        JsonNode detail = asker.data(cast.activity(), "/activities/" + activity);
        return new Terms(
                activity,
                detail.path("stock").asInt(),
                Instant.parse(detail.path("start_time").asString()),
                Instant.parse(detail.path("end_time").asString()),
                Duration.parse(detail.path("hold").asString()),
                detail.path("open").asBoolean());
    }

    private static Instant payBy(JsonNode node) {
        return Instant.parse(node.path("pay_by").asString());
    }

    private static Standing standing(JsonNode node) {
        return Standing.valueOf(node.path("standing").asString());
    }

    /// A payment is told as soon as the sale has it; its row may come later, where the database was away.
    private boolean followed(List<Event> events) {
        return total() >= events.stream().filter(Event.Won.class::isInstance).count()
                && rows().stream()
                                .filter(row -> row.standing() != Standing.HELD)
                                .count()
                        >= events.stream()
                                .filter(Event.Settled.class::isInstance)
                                .count();
    }

    private long total() {
        return asker.get(cast.order(), orders(1))
                .map(answer -> answer.body().path("pagination").path("total").asLong())
                .orElse(-1L);
    }

    private String orders(int page) {
        return "/orders?activity_id=" + activity + "&limit=" + PAGE + "&page=" + page;
    }

    private List<Order> rows() {
        List<Order> rows = new ArrayList<>();
        int number = 1;
        for (JsonNode page = rows(number); !page.isEmpty(); page = rows(++number)) {
            page.forEach(node -> rows.add(order(node)));
        }
        return rows;
    }

    private JsonNode rows(int page) {
        return asker.data(cast.order(), orders(page));
    }

    private static Order order(JsonNode node) {
        String id = node.path("order_id").asString();
        return new Order(
                OrderId.parse(id).orElseThrow(() -> new IllegalStateException("no order number: " + id)),
                new UserId(node.path("user_id").asString()),
                Instant.parse(node.path("won").asString()),
                payBy(node),
                standing(node),
                0);
    }
}
