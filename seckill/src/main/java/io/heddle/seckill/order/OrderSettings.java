package io.heddle.seckill.order;

import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Secret;
import java.time.Duration;

/// How the sales are followed.
///
/// @param poll how often they are asked for news
/// @param reconcile how often the table is compared with the sales, row by row
/// @param activityToken what the service `activity` wants for edits, where it wants something
public record OrderSettings(
        @Default("50ms") Duration poll,
        @Default("60s") Duration reconcile,
        @Secret @Default("") String activityToken) {
    /// Checks the times.
    public OrderSettings {
        if (!poll.isPositive() || !reconcile.isPositive()) {
            throw new IllegalArgumentException("poll and reconcile must be longer than zero");
        }
    }

    /// Never shows the token.
    @Override
    public String toString() {
        return "OrderSettings[poll=" + poll + ", reconcile=" + reconcile + "]";
    }
}
