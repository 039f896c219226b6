package io.heddle.seckill.activity;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.contract.text.Scalar;
import io.heddle.contract.text.TextFormatException;
import io.heddle.seckill.activity.ActivityApi.NewActivity;
import io.heddle.seckill.product.ProductApi;
import io.heddle.seckill.product.ProductApi.Product;
import io.heddle.seckill.sale.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What somebody says of a sale, checked beyond what its contract says.
final class Wanted {
    private static final Logger LOG = LoggerFactory.getLogger(Wanted.class);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final ProductApi products;
    private final Duration usualHold;

    Wanted(ProductApi products, Duration usualHold) {
        this.products = products;
        this.usualHold = usualHold;
    }

    /// The terms of a sale that is not there yet, and so has no number.
    ///
    /// @throws ServiceException a 422 that names what is wrong
    Terms terms(NewActivity said) {
        return terms(1, said, usualHold, true);
    }

    /// The terms of a sale that is there; what is not said stays.
    ///
    /// @throws ServiceException a 422 that names what is wrong
    Terms terms(NewActivity said, Terms known) {
        return terms(known.activity(), said, known.hold(), known.open());
    }

    private static Terms terms(long id, NewActivity said, Duration otherwise, boolean open) {
        requireWithin("start_time", said.startTime());
        requireWithin("end_time", said.endTime());
        if (!said.startTime()
                .truncatedTo(ChronoUnit.MILLIS)
                .isBefore(said.endTime().truncatedTo(ChronoUnit.MILLIS))) {
            throw wrong("end_time", "must be after start_time");
        }
        Duration hold = said.hold().map(Wanted::hold).orElse(otherwise);
        try {
            return new Terms(id, said.stock(), said.startTime(), said.endTime(), hold, open);
        } catch (IllegalArgumentException e) {
            throw wrong("hold", "must be from 1s to 30d");
        }
    }

    private static void requireWithin(String field, Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw wrong(field, "must be from the year 2000 to 9998");
        }
    }

    private static Duration hold(String text) {
        try {
            return Scalar.DURATION.parse(text);
        } catch (TextFormatException e) {
            throw wrong("hold", e.clause());
        }
    }

    /// @throws ServiceException a 422 when there is no such product, or not as many of it
    void requireProduct(NewActivity said) {
        Product product =
                products.product(said.product()).orElseThrow(() -> wrong("product", "must be the number of a product"));
        if (said.stock() > product.inventory()) {
            throw wrong("stock", "must be at most the inventory of the product, " + product.inventory());
        }
    }

    /// @throws ServiceException a 422 when it is another product
    void requireSameProduct(NewActivity said, long product) {
        if (said.product() != product) {
            throw wrong("product", "must be " + product + ": the product of an activity stays");
        }
    }

    /// What is sold, empty when it cannot be told now.
    Optional<Product> product(long id) {
        try {
            return products.product(id);
        } catch (ServiceException e) {
            LOG.atWarn().addKeyValue("product", id).setCause(e).log("an activity is answered without its product");
            return Optional.empty();
        }
    }

    private static ServiceException wrong(String field, String must) {
        return new ServiceException(
                Status.UNPROCESSABLE_CONTENT,
                "invalid_" + field,
                field + ' ' + must,
                List.of(new Violation(field, must)));
    }
}
