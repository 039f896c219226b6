package io.heddle.db;

import static io.heddle.db.Shop.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.db.error.DatabaseException;
import io.heddle.db.error.DuplicateKeyException;
import io.heddle.db.error.Reason;
import io.heddle.kit.task.Deadline;
import io.heddle.kit.task.Fanout;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class TransactionTest {
    private final Engine engine;
    private Shop shop;
    private long tea;
    private long jam;

    TransactionTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        shop = Shop.open(engine.shop());
        tea = shop.add("tea", 10);
        jam = shop.add("jam", 10);
    }

    @AfterEach
    void close() {
        assertThat(shop.db().active()).isZero();
        shop.close();
    }

    private static long add(Session session, long product, int amount) {
        return session.update(PRODUCT.update().add("stock", amount).where("id", product));
    }

    @Test
    void whatAFailedWorkChangedBeforeIsRolledBack() {
        List<Exception> failures =
                List.of(new IllegalStateException("no"), new IOException("no"), new InterruptedException("no"));
        for (Exception failure : failures) {
            Work<Void, Exception> work = session -> {
                add(session, tea, -5);
                add(session, jam, 5);
                throw failure;
            };
            assertThatThrownBy(() -> shop.db().transaction(work)).isSameAs(failure);
        }
        assertThat(shop.stock(tea)).isEqualTo(10);
        assertThat(shop.stock(jam)).isEqualTo(10);
    }

    @Test
    void anErrorRollsBackToo() {
        Error failure = new StackOverflowError("no");
        assertThatThrownBy(() -> shop.db().transaction(session -> {
                    add(session, tea, -5);
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(shop.stock(tea)).isEqualTo(10);
    }

    @Test
    void aStatementThatFailsRollsBackWhatWasBefore() {
        assertThatThrownBy(() -> shop.db().transaction(session -> {
                    add(session, tea, -5);
                    return session.update("insert into product (name, price) values ('jam', 1)");
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(shop.stock(tea)).isEqualTo(10);
    }

    @Test
    void aFailureThatTheWorkAnswersDoesNotEndTheTransaction() {
        String name = shop.db().transaction(session -> {
            try {
                session.insert("insert into product (name, price) values (?, 1)", "jam");
                return "jam";
            } catch (DuplicateKeyException e) {
                session.insert("insert into product (name, price) values (?, 1)", "jam 2");
                return "jam 2";
            }
        });
        assertThat(name).isEqualTo("jam 2");
        assertThat(shop.products()).isEqualTo(3);
    }

    @Test
    void nobodySeesWhatIsNotCommitted() {
        shop.db().transaction(session -> {
            add(session, tea, -5);
            int seen = apart(() -> shop.stock(tea));
            assertThat(seen).isEqualTo(10);
            return seen;
        });
        assertThat(shop.stock(tea)).isEqualTo(5);
    }

    /// Runs on a thread of its own, in no session.
    private static <T> T apart(Callable<T> work) {
        Callable<T> soon = () ->
                Fanout.all(Deadline.in(Duration.ofSeconds(20)), List.of(work)).getFirst();
        try (ExecutorService own = Executors.newVirtualThreadPerTaskExecutor()) {
            return own.submit(soon).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ServiceException known) {
                throw known;
            }
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTaskOfASessionIsInsideItToo() {
        Deadline soon = Deadline.in(Duration.ofSeconds(20));
        List<Callable<Integer>> tasks = List.of(
                () -> shop.stock(tea),
                () -> shop.db().transaction(inner -> add(inner, tea, 1)).intValue());
        for (Callable<Integer> task : tasks) {
            Work<?, RuntimeException> work = _ -> Fanout.<Integer>all(soon, List.of(task));
            assertThatThrownBy(() -> shop.db().transaction(work))
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .rootCause()
                    .hasMessageContaining("inside a session already");
            assertThatThrownBy(() -> shop.db().read(work)).hasRootCauseInstanceOf(IllegalStateException.class);
        }
        assertThat(Fanout.<Integer>all(soon, List.of(tasks.getFirst(), tasks.getFirst())))
                .containsExactly(10, 10);
    }

    @Test
    void aSessionInsideASessionIsRefused() {
        List<Work<?, RuntimeException>> nested =
                List.of(outer -> shop.db().transaction(inner -> add(inner, tea, 1)), outer -> shop.stock(tea));
        for (Work<?, RuntimeException> work : nested) {
            assertThatThrownBy(() -> shop.db().transaction(work))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inside a session already");
            assertThatThrownBy(() -> shop.db().read(work)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(shop.stock(tea)).isEqualTo(10);
    }

    @Test
    void aSessionOfAnotherDatabaseIsNotNested() {
        try (Shop other = Shop.open(engine.shop())) {
            long both = shop.db().transaction(session -> add(session, tea, 1) + other.add("salt", 1));
            assertThat(both).isEqualTo(2);
        }
    }

    @Test
    void aSessionIsOfNoUseAfterItsWork() {
        List<Session> kept = new ArrayList<>();
        shop.db().transaction(session -> kept.add(session));
        shop.db().read(session -> kept.add(session));
        for (Session session : kept) {
            assertThatThrownBy(() -> session.list(String.class, "select name from product"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("over");
            assertThatThrownBy(() -> add(session, tea, 1)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(shop.stock(tea)).isEqualTo(10);
    }

    @Test
    void aSessionBelongsToItsThread() {
        shop.db().transaction(session -> {
            assertThatThrownBy(() -> apart(() -> add(session, tea, 1))).hasCauseInstanceOf(IllegalStateException.class);
            return add(session, jam, 1);
        });
        assertThat(shop.stock(tea)).isEqualTo(10);
        assertThat(shop.stock(jam)).isEqualTo(11);
    }

    @Test
    void isolationIsWhatWasAskedFor() {
        assertThat(secondLook(Isolation.READ_COMMITTED)).isEqualTo(11);
        assertThat(secondLook(Isolation.REPEATABLE_READ)).isEqualTo(11);
        assertThat(shop.stock(tea)).isEqualTo(12);
    }

    /// What a transaction sees on its second look, when another changed it after the first.
    private int secondLook(Isolation isolation) {
        return shop.db().transaction(TransactionOptions.STANDARD.isolation(isolation), session -> {
            String stock = "select stock from product where id = ?";
            session.one(Integer.class, stock, tea);
            apart(() -> shop.db().transaction(other -> add(other, tea, 1)));
            return session.one(Integer.class, stock, tea).orElseThrow();
        });
    }

    @Test
    void whatATransactionAskedForDoesNotStayWithTheConnection() {
        TransactionOptions odd = TransactionOptions.STANDARD.reading().isolation(Isolation.SERIALIZABLE);
        for (int i = 0; i < 20; i++) {
            shop.db().transaction(odd, session -> session.count(PRODUCT.count()));
            shop.db().transaction(session -> add(session, tea, 1));
        }
        assertThat(shop.stock(tea)).isEqualTo(30);
    }

    @Test
    void aTransactionForReadingRefusesToChange() {
        assertThatThrownBy(() ->
                        shop.db().transaction(TransactionOptions.STANDARD.reading(), session -> add(session, tea, 1)))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.READ_ONLY));
        assertThat(shop.stock(tea)).isEqualTo(10);
    }

    @Test
    void aTransactionThatTakesTooLongIsRolledBack() {
        CountDownLatch never = new CountDownLatch(1);
        TransactionOptions brief = TransactionOptions.STANDARD.within(Duration.ofMillis(100));
        assertThatThrownBy(() -> shop.db().transaction(brief, session -> {
                    add(session, tea, 5);
                    return never.await(150, TimeUnit.MILLISECONDS);
                }))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT));
        assertThat(shop.stock(tea)).isEqualTo(10);
    }

    @Test
    void theDeadlineOfTheCallerHolds() {
        assertThatThrownBy(() -> Deadline.in(Duration.ZERO).call(() -> shop.stock(tea)))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT));
    }

    @Test
    void anInterruptedWorkIsRolledBackAndItsConnectionIsGood() {
        for (int i = 0; i < 20; i++) {
            apart(() -> {
                assertThatThrownBy(() -> shop.db().transaction(session -> {
                            add(session, tea, 5);
                            Thread.currentThread().interrupt();
                            return add(session, jam, 5);
                        }))
                        .isInstanceOfSatisfying(
                                DatabaseException.class,
                                failure -> assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED));
                return assertThat(Thread.interrupted()).isTrue();
            });
        }
        assertThat(shop.stock(tea)).isEqualTo(10);
        assertThat(shop.stock(jam)).isEqualTo(10);
    }

    @Test
    void ofTwoThatWaitForEachOtherOneIsToldToTryAgain() {
        CyclicBarrier both = new CyclicBarrier(2);
        Callable<Boolean> first = () -> move(tea, jam, both);
        Callable<Boolean> second = () -> move(jam, tea, both);
        List<Boolean> done = Fanout.all(Deadline.in(Duration.ofSeconds(60)), List.of(first, second));
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(shop.stock(tea) + shop.stock(jam)).isEqualTo(20);
        assertThat(shop.stock(tea)).isIn(9, 11);
    }

    private boolean move(long from, long to, CyclicBarrier both) throws Exception {
        try {
            shop.db().transaction(session -> {
                add(session, from, -1);
                both.await(20, TimeUnit.SECONDS);
                return add(session, to, 1);
            });
            return true;
        } catch (DatabaseException e) {
            assertThat(e.reason()).isEqualTo(Reason.DEADLOCK);
            assertThat(e.reason().repeatable()).isTrue();
            assertThat(e.status().code()).isEqualTo(503);
            return false;
        }
    }

    @Test
    void aTransactionThatTheServerGaveUpCannotGoOn() {
        CyclicBarrier both = new CyclicBarrier(2);
        Callable<Boolean> first = () -> stubborn(tea, jam, both);
        Callable<Boolean> second = () -> stubborn(jam, tea, both);
        List<Boolean> done = Fanout.all(Deadline.in(Duration.ofSeconds(60)), List.of(first, second));
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(shop.stock(tea) + shop.stock(jam)).isEqualTo(20);
    }

    /// Goes on after a deadlock as if nothing had happened.
    private boolean stubborn(long from, long to, CyclicBarrier both) throws Exception {
        try {
            shop.db().transaction(session -> {
                add(session, from, -1);
                both.await(20, TimeUnit.SECONDS);
                try {
                    return add(session, to, 1);
                } catch (DatabaseException e) {
                    return 0L;
                }
            });
            return true;
        } catch (DatabaseException e) {
            assertThat(e.reason()).isEqualTo(Reason.DEADLOCK);
            return false;
        }
    }

    @Test
    void whoWaitsTooLongForARowIsToldToTryAgain() {
        String brief = engine == Engine.H2 ? ";LOCK_TIMEOUT=200" : "?sessionVariables=innodb_lock_wait_timeout=1";
        DatabaseSettings own = shop.settings();
        try (Shop hasty = Shop.open(DatabaseSettings.at(own.url() + brief, own.user(), own.password()))) {
            shop.db().transaction(session -> {
                add(session, tea, 1);
                assertThatThrownBy(() -> apart(() -> hasty.db().transaction(other -> add(other, tea, 1))))
                        .isInstanceOfSatisfying(
                                DatabaseException.class,
                                failure -> assertThat(failure.reason()).isEqualTo(Reason.LOCK_TIMEOUT));
                return tea;
            });
        }
        assertThat(shop.stock(tea)).isEqualTo(11);
    }
}
