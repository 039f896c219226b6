package io.heddle.seckill.order;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.contract.call.Idempotent;
import io.heddle.contract.reply.Page;
import io.heddle.seckill.order.audit.Finding;
import io.heddle.seckill.sale.Standing;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The orders.
@HttpApi("order")
public interface OrderApi {
    /// Orders, the latest of the latest sale first.
    ///
    /// @param filter which of them
    /// @param page the number of the page, the first is 1
    /// @param limit the most orders on a page
    @Get("/orders")
    Page<OrderView> list(
            Filter filter,
            @Default("1") @Bounds(min = 1, max = 1_000_000) int page,
            @Default("20") @Bounds(min = 1, max = 100) int limit);

    /// One order.
    @Get("/orders/{id}")
    Optional<OrderView> order(String id);

    /// Pays for an order. Doing it again changes nothing.
    @Post("/orders/{id}/pay")
    @Idempotent
    Optional<OrderView> pay(String id) throws OrderExpiredException, OrderCancelledException;

    /// Gives an order back; its unit is sold again. Doing it again changes nothing.
    @Post("/orders/{id}/cancel")
    @Idempotent
    Optional<OrderView> cancel(String id) throws OrderExpiredException, OrderPaidException;

    /// How far the orders follow each sale.
    @Get("/progress")
    List<Progress> progress();

    /// What the last comparison of the orders with the sales has found; nothing before the first is over.
    @Get("/reconciliation")
    Optional<Finding> reconciliation();

    /// Compares the orders with the sales now.
    @Post("/reconciliation")
    @Idempotent
    void reconcile();

    /// How far the orders follow a sale.
    ///
    /// @param activityId the sale
    /// @param number the number of its last event that is applied
    record Progress(long activityId, long number) {}

    /// Which orders.
    ///
    /// @param userId only those of this user
    /// @param activityId only those of this sale
    record Filter(Optional<@Size(max = 64) String> userId, Optional<Long> activityId) {}

    /// An order.
    ///
    /// @param orderId its number
    /// @param activityId the sale
    /// @param userId who won
    /// @param position the how manieth win of the sale
    /// @param standing what became of it
    /// @param won when
    /// @param payBy until when it must be paid for
    /// @param settled when it was paid for or came back; absent while it is held, and for a moment after
    record OrderView(
            String orderId,
            long activityId,
            String userId,
            long position,
            Standing standing,
            Instant won,
            Instant payBy,
            Optional<Instant> settled) {}
}
