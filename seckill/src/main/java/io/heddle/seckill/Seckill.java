package io.heddle.seckill;

import io.heddle.kit.boot.RunningService;
import io.heddle.kit.config.Sources;
import io.heddle.seckill.activity.Activities;
import io.heddle.seckill.order.Orders;
import io.heddle.seckill.product.Products;

/// Starts one of the services of the flash sale: `product`, `activity` or `order`.
public final class Seckill {
    private Seckill() {}

    public static void main(String[] args) {
        start(args.length == 1 ? args[0] : "").await();
    }

    private static RunningService start(String name) {
        Sources sources = Sources.ofProcess().resource(name + ".yaml");
        return switch (name) {
            case "product" -> Products.start(sources);
            case "activity" -> Activities.start(sources);
            case "order" -> Orders.start(sources);
            default -> throw new IllegalArgumentException("name one service: product, activity or order");
        };
    }
}
