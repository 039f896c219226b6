package io.heddle.seckill;

import io.heddle.kit.boot.RunningService;
import io.heddle.kit.config.Sources;
import io.heddle.seckill.activity.Activities;
import io.heddle.seckill.order.Orders;
import io.heddle.seckill.product.Products;
import io.heddle.seckill.repair.Repair;
import java.util.List;

/// Starts one of the services of the flash sale: `product`, `activity` or `order`; or looks after the journal of one
/// that is not running: `verify FOLDER`, `salvage FROM TO`, `rebuild FOLDER`.
public final class Seckill {
    private Seckill() {}

    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        if (Repair.understands(arguments)) {
            Sources sources = Sources.ofProcess().resource("activity.yaml");
            System.exit(new Repair(sources).run(arguments, Seckill::say) ? 0 : 1);
        }
        start(args.length == 1 ? args[0] : "").await();
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static RunningService start(String name) {
        Sources sources = Sources.ofProcess().resource(name + ".yaml");
        return switch (name) {
            case "product" -> Products.start(sources);
            case "activity" -> Activities.start(sources);
            case "order" -> Orders.start(sources);
            default ->
                throw new IllegalArgumentException(
                        "name one service, product, activity or order, or one command: verify FOLDER, salvage FROM TO,"
                                + " rebuild FOLDER");
        };
    }
}
