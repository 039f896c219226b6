package io.heddle.seckill.activity;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.seckill.activity.ActivityApi.NewActivity;
import io.heddle.seckill.admin.AdminToken;
import io.heddle.seckill.product.ProductApi;
import io.heddle.seckill.product.ProductApi.NewProduct;
import io.heddle.seckill.product.ProductApi.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a product and a sale of it, once, where there is no sale at all.
final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final int UNITS = 100;
    private static final Duration OPEN = Duration.ofDays(30);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(2);

    private final ProductApi products;
    private final ActivityHandler activities;
    private final Optional<String> token;
    private final InstantSource clock;

    private Demo(ProductApi products, ActivityHandler activities, String productToken, InstantSource clock) {
        this.products = products;
        this.activities = activities;
        this.token = AdminToken.header(productToken);
        this.clock = clock;
    }

    /// Begins to try in the background.
    static Loop start(ProductApi products, ActivityHandler activities, String productToken, InstantSource clock) {
        Demo demo = new Demo(products, activities, productToken, clock);
        return Loop.start("demo", LONGEST_BACK_OFF, LONGEST_BACK_OFF, demo::tried);
    }

    private Next tried() {
        try {
            if (activities.list(1, 1).total() == 0) {
                make();
            }
            return Next.END;
        } catch (ServiceException e) {
            LOG.atDebug().setCause(e).log("the demo sale cannot be made yet");
            return Next.BACK_OFF;
        }
    }

    private void make() {
        Product product = products.list(List.of(), 1, 1).items().stream()
                .filter(known -> known.inventory() >= UNITS)
                .findFirst()
                .orElseGet(() -> products.add(
                        new NewProduct(
                                "Table loom", Optional.of("Eight shafts, folds flat."), new BigDecimal("199.00"), 1000),
                        token));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long id = activities
                .add(new NewActivity("Demo: 100 looms", product.id(), UNITS, now, now.plus(OPEN), Optional.empty()))
                .id();
        LOG.atInfo().addKeyValue("activity", id).log("a demo sale is open");
    }
}
