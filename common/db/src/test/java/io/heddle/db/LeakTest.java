package io.heddle.db;

import static io.heddle.db.Shop.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.db.pool.PoolSettings;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.task.Fanout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Ten thousand transactions that move stock from one product to another and fail in between, in every way there
/// is.
@ParameterizedClass
@EnumSource(Engine.class)
class LeakTest {
    private static final int FAILURES = 10_000;
    private static final int THREADS = 8;
    private static final int PRODUCTS = 50;

    private final Engine engine;
    private final AtomicInteger failed = new AtomicInteger();

    LeakTest(Engine engine) {
        this.engine = engine;
    }

    @Test
    void nothingLeaksAndNothingIsHalfWritten() {
        PoolSettings pool = PoolSettings.standard().size(4);
        try (Shop shop = Shop.open(engine.shop().pool(pool))) {
            long first = shop.add("p0", 10);
            IntStream.range(1, PRODUCTS).forEach(i -> shop.add("p" + i, 10));
            List<Callable<Integer>> tasks = IntStream.range(0, THREADS)
                    .<Callable<Integer>>mapToObj(seed -> () -> failures(shop, first, seed))
                    .toList();
            Fanout.all(Deadline.in(Duration.ofMinutes(5)), tasks);
            assertThat(failed).hasValue(FAILURES);
            assertThat(shop.db().active()).isZero();
            long total = shop.db()
                    .read(session -> session.one(Long.class, "select sum(stock) from product"))
                    .orElseThrow();
            assertThat(total).isEqualTo(10L * PRODUCTS);
            assertThat(shop.products()).isEqualTo(PRODUCTS);
            long untouched =
                    shop.db().read(session -> session.count(PRODUCT.count().where("stock", 10)));
            assertThat(untouched).isEqualTo(PRODUCTS);
        }
    }

    private int failures(Shop shop, long first, int seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < FAILURES / THREADS; i++) {
            long from = first + random.nextInt(PRODUCTS - 1);
            int kind = random.nextInt(10);
            try {
                shop.db().transaction(session -> {
                    session.update(PRODUCT.update().add("stock", -1).where("id", from));
                    fail(shop, session, kind);
                    return session.update(PRODUCT.update().add("stock", 1).where("id", from + 1));
                });
            } catch (Exception | StackOverflowError e) {
                failed.incrementAndGet();
            }
            Thread.interrupted();
        }
        return seed;
    }

    private static void fail(Shop shop, Session session, int kind) throws Exception {
        switch (kind) {
            case 0 -> throw new IllegalStateException("provoked");
            case 1 -> throw new Exception("provoked");
            case 2 -> throw new StackOverflowError("provoked");
            case 3 -> session.insert("insert into product (name, price) values ('p0', 1)");
            case 4 -> session.update("insert into `order` (product_id, amount) values (-1, 1)");
            case 5 -> session.list(String.class, "select nothing from nowhere");
            case 6 -> session.list(Thread.class, "select 1");
            case 7 -> shop.db().read(other -> other.count(PRODUCT.count()));
            case 8 -> Thread.currentThread().interrupt();
            default -> leaveOpen(session);
        }
    }

    private static void leaveOpen(Session session) {
        List<Rows<String>> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            open.add(session.stream(String.class, "select name from product"));
            open.getLast().iterator().next();
        }
        throw new IllegalStateException("provoked");
    }

    @Test
    void workThatIsInterruptedInTheMiddleLeavesNothing() {
        try (Shop shop = Shop.open(engine.shop().pool(PoolSettings.standard().size(4)))) {
            long first = shop.add("p0", 1000);
            long second = shop.add("p1", 1000);
            Callable<Long> moving = () -> move(shop, first, second);
            for (int round = 0; round < 100; round++) {
                Fanout.each(Deadline.in(Duration.ofMillis(3 + round % 9)), List.of(moving, moving, moving));
            }
            assertThat(shop.stock(first) + shop.stock(second)).isEqualTo(2000);
            assertThat(shop.stock(first)).isLessThan(1000);
            assertThat(shop.db().active()).isZero();
        }
    }

    /// Moves stock until it is interrupted.
    private static long move(Shop shop, long from, long to) {
        while (true) {
            shop.db().transaction(session -> {
                session.update(PRODUCT.update().add("stock", -1).where("id", from));
                return session.update(PRODUCT.update().add("stock", 1).where("id", to));
            });
        }
    }
}
