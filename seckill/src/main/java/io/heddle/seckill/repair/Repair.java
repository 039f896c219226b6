package io.heddle.seckill.repair;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.reply.Page;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Sources;
import io.heddle.seckill.activity.Activities;
import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.order.OrderApi;
import io.heddle.seckill.order.OrderApi.Filter;
import io.heddle.seckill.order.OrderApi.OrderView;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.UserId;
import io.heddle.seckill.verify.Report;
import io.heddle.seckill.verify.Verify;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Runs one of the commands `verify FOLDER`, `salvage FROM TO` and `rebuild FOLDER`. The last two take the settings of
/// the service `activity`, and ask the running service `order` how far the orders are.
public final class Repair {
    private static final int PAGE = 100;

    private final Sources sources;

    /// With the settings of the service `activity`.
    public Repair(Sources sources) {
        this.sources = sources;
    }

    /// Whether these are arguments of a command.
    public static boolean understands(List<String> arguments) {
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "verify", "rebuild" -> arguments.size() == 2;
            case "salvage" -> arguments.size() == 3;
            default -> false;
        };
    }

    /// Runs it.
    ///
    /// @param out is told the report, line by line
    /// @return whether all is right
    public boolean run(List<String> arguments, Consumer<String> out) {
        try {
            Report report = report(arguments);
            report.lines().forEach(out);
            return report.right();
        } catch (ServiceException e) {
            out.accept("NOT DONE: " + e.getMessage());
            return false;
        }
    }

    private Report report(List<String> arguments) {
        Path folder = Path.of(arguments.get(1));
        return switch (arguments.getFirst()) {
            case "verify" -> Verify.verify(folder);
            case "salvage" -> Verify.salvage(folder, Path.of(arguments.get(2)), applied(orders(service())));
            default -> rebuild(folder);
        };
    }

    private Service service() {
        return Activities.service(sources);
    }

    private static OrderApi orders(Service service) {
        return service.client(OrderApi.class);
    }

    private Report rebuild(Path to) {
        Service service = service();
        OrderApi orders = orders(service);
        Verify.Known known =
                new Verify.Known(Activities.terms(service), applied(orders), activity -> orders(orders, activity));
        return Verify.rebuild(JournalKind.ROCKSDB, to, known);
    }

    private static Map<Long, Long> applied(OrderApi orders) {
        return orders.progress().stream()
                .collect(Collectors.toMap(OrderApi.Progress::activityId, OrderApi.Progress::number));
    }

    private static List<Verify.Past> orders(OrderApi orders, long activity) {
        List<Verify.Past> all = new ArrayList<>();
        Filter filter = new Filter(Optional.empty(), Optional.of(activity));
        int number = 1;
        for (Page<OrderView> page = orders.list(filter, number, PAGE);
                !page.items().isEmpty();
                page = orders.list(filter, ++number, PAGE)) {
            page.items().stream().map(Repair::past).forEach(all::add);
        }
        return all;
    }

    private static Verify.Past past(OrderView view) {
        Order order = new Order(
                new OrderId(view.activityId(), view.position()),
                new UserId(view.userId()),
                view.won(),
                view.payBy(),
                view.standing(),
                0);
        return new Verify.Past(order, view.settled());
    }
}
