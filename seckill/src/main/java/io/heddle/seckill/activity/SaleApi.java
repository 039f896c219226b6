package io.heddle.seckill.activity;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Header;
import io.heddle.contract.bind.Secret;
import io.heddle.contract.call.Idempotent;
import io.heddle.seckill.activity.claim.NoActivityException;
import io.heddle.seckill.admin.UnauthenticatedException;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.UndecidedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the service `order` asks of the sales: their events, in order and without a gap, and settling an order.
@HttpApi("activity")
public interface SaleApi {
    /// The most events in one answer.
    int MOST_EVENTS = 1000;

    /// Each sale with the number of its last event.
    @Get("/sales")
    List<Head> sales() throws UndecidedException;

    /// Events of a sale, on disk all of them. Whoever says how far they are applied needs the admin token where one
    /// is set.
    @Get("/activities/{id}/events")
    List<Step> events(long id, Pull pull, @Secret @Header("Authorization") Optional<String> authorization)
            throws NoActivityException, UnauthenticatedException, UndecidedException;

    /// Marks a held unit as paid for or gives it back, and says what came of it, which may be another thing when that
    /// came first. Needs the admin token where one is set.
    @Post("/activities/{id}/orders/{position}/settle")
    @Idempotent
    Optional<Settled> settle(
            long id, long position, Settling how, @Secret @Header("Authorization") Optional<String> authorization)
            throws UnauthenticatedException, UndecidedException;

    /// A sale and how far it is.
    ///
    /// @param activity the sale
    /// @param last the number of its last event
    record Head(long activity, long last) {}

    /// Which events.
    ///
    /// @param after those after this one
    /// @param limit the most of them
    /// @param applied up to which event the orders of this sale are in the table of orders
    record Pull(
            @Default("0") @Bounds(min = 0) long after,

            @Default("1000") @Bounds(min = 1, max = MOST_EVENTS)
            int limit,

            @Bounds(min = 0) Optional<Long> applied) {}

    /// What happened.
    enum Kind {
        /// The sale was put up or changed.
        ARRANGED,
        /// A unit was won.
        WON,
        /// A unit was paid for or came back.
        SETTLED,
        /// The sale was taken away.
        REMOVED
    }

    /// One event.
    ///
    /// @param number its place in the sale, from 1 without a gap
    /// @param at when
    /// @param kind what happened
    /// @param position whose win it is about, where it is about one
    /// @param userId who won
    /// @param payBy until when it must be paid for
    /// @param standing what became of it
    record Step(
            long number,
            Instant at,
            Kind kind,
            Optional<Long> position,
            Optional<String> userId,
            Optional<Instant> payBy,
            Optional<Standing> standing) {}

    /// What an order is to become.
    enum Wish {
        /// Paid for.
        PAID,
        /// Given back.
        CANCELLED
    }

    /// What an order is to become.
    ///
    /// @param standing paid for, or given back
    record Settling(Wish standing) {}

    /// What an order has become.
    ///
    /// @param orderId its number
    /// @param userId who won
    /// @param won when
    /// @param payBy until when it had to be paid for
    /// @param standing what became of it
    /// @param asOf the number of the last event of the sale that this knows of
    record Settled(String orderId, String userId, Instant won, Instant payBy, Standing standing, long asOf) {}
}
