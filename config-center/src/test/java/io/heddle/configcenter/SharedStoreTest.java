package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.store.Reading;
import io.heddle.configcenter.store.ReleaseStore;
import io.heddle.configcenter.store.Stored;
import io.heddle.configcenter.store.shared.SharedStore;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.store.Change;
import io.heddle.store.memory.SharedMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two nodes over one memory.
final class SharedStoreTest implements StoreContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 400_000;

    private final SharedMemory memory = new SharedMemory();
    private SharedMemory.Line line;
    private SharedStore store;
    private SharedStore other;

    @BeforeEach
    void open() {
        line = memory.connect();
        store = SharedStore.over(line, "test", MOST_BYTES, KEEPING);
        other = SharedStore.over(memory.connect(), "test", MOST_BYTES, KEEPING);
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    @Override
    public ReleaseStore store() {
        return store;
    }

    private static Stored.Audit audit(String detail) {
        return new Stored.Audit(TIME, "ann", "count", "", "", detail);
    }

    private static String add(ReleaseStore to, String detail) {
        return to.write(writing -> {
            writing.add(audit(detail));
            return detail;
        });
    }

    private static Status status(Runnable work) {
        try {
            work.run();
        } catch (ServiceException e) {
            return e.status();
        }
        throw new AssertionError("it was done");
    }

    @Test
    void whatOneNodeWritesTheOtherReadsAndHears() {
        AtomicInteger heard = new AtomicInteger();
        other.onChange(heard::incrementAndGet);

        store.write(writing -> StoreContract.release(writing, writing.entryOrNew(KEY), "{\"n\":1}"));

        await().atMost(PATIENCE)
                .until(() -> other.read(reading ->
                                reading.entry(KEY).flatMap(entry -> reading.release(entry.id(), entry.released())))
                        .isPresent());
        await().atMost(PATIENCE).until(() -> heard.get() > 0);
        assertThat(other.latest()).isEqualTo(1);
    }

    @Test
    void nodesThatWriteAtOnceLoseNothing() throws ExecutionException, InterruptedException {
        List<Future<?>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ReleaseStore node : List.of(store, other, store, other)) {
                done.add(threads.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        counted(node);
                    }
                }));
            }
        }
        for (Future<?> one : done) {
            one.get();
        }

        await().atMost(PATIENCE)
                .until(() -> other.read(Reading::revision) == 100 && store.read(Reading::revision) == 100);
        assertThat(other.read(reading -> reading.audit("", "", 1, 1000)).items().reversed())
                .extracting(Stored.Audit::detail)
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(Integer::toString).toList());
    }

    /// Adds how many there are, until it was not refused.
    private static void counted(ReleaseStore node) {
        while (true) {
            try {
                node.write(writing -> {
                    writing.add(audit(Long.toString(writing.audit("", "", 1, 1).total())));
                    return node;
                });
                return;
            } catch (ServiceException e) {
                assertThat(e.status()).isEqualTo(Status.UNAVAILABLE);
            }
        }
    }

    @Test
    void readsGoOnWhileTheStoreIsAwayAndWritesDoNot() {
        add(store, "before");

        line.cut();
        assertThat(status(() -> add(store, "lost"))).isEqualTo(Status.UNAVAILABLE);
        add(other, "meanwhile");
        assertThat(store.read(reading -> reading.audit("", "", 1, 9)).items()).containsExactly(audit("before"));
        assertThat(store.latest()).isEqualTo(1);

        line.heal();
        add(store, "after");
        assertThat(store.read(reading -> reading.audit("", "", 1, 9)).items())
                .containsExactly(audit("after"), audit("meanwhile"), audit("before"));
    }

    @Test
    void aRefusalOfWhatIsNoLongerSoIsLookedAtAgain() {
        line.cut();
        EntryKey key = EntryKey.of("log", "shop");
        other.write(writing -> writing.entryOrNew(key));
        line.heal();

        long id = store.write(writing -> writing.entry(key)
                .map(Stored.Entry::id)
                .orElseThrow(() -> ServiceException.notFound("not heard of yet")));

        assertThat(id).isEqualTo(1);
        assertThat(status(() -> store.write(_ -> {
                    throw ServiceException.notFound("no");
                })))
                .isEqualTo(Status.NOT_FOUND);
    }

    @Test
    void whatIsTooMuchForOneCommitIsRefusedWhole() {
        String large = "x".repeat((int) MOST_BYTES);

        assertThatThrownBy(() -> add(store, large)).isInstanceOfSatisfying(ServiceException.class, e -> {
            assertThat(e.status()).isEqualTo(Status.CONTENT_TOO_LARGE);
            assertThat(e.code()).isEqualTo("change_too_large");
        });
        assertThat(status(() -> store.write(writing -> {
                    for (int i = 0; i < 100; i++) {
                        writing.add(audit("many"));
                    }
                    return large;
                })))
                .isEqualTo(Status.CONTENT_TOO_LARGE);
        assertThat(store.<Long>read(Reading::revision)).isZero();
    }

    @Test
    void releasesToGoOverComeInPartsThatCanBeCommitted() {
        String half = "\"" + "x".repeat((int) MOST_BYTES / 3) + "\"";
        for (int i = 0; i < 3; i++) {
            store.write(writing -> StoreContract.release(writing, writing.entryOrNew(KEY), "{\"v\":" + half + "}"));
        }

        List<Stored.Release> first = store.write(writing -> writing.releasesAfter(0, 200));

        assertThat(first).extracting(Stored.Release::revision).containsExactly(1L);
    }

    @Test
    void aNodeThatStartsAgainReadsEverything() {
        add(store, "kept");
        store.write(writing -> StoreContract.release(writing, writing.entryOrNew(KEY), "{\"n\":1}"));
        line.cut();

        try (SharedStore again = SharedStore.over(memory.connect(), "test", MOST_BYTES, KEEPING)) {
            assertThat(again.read(reading -> reading.audit("", "", 1, 9)).items())
                    .containsExactly(audit("kept"));
            assertThat(again.<Optional<Stored.Entry>>read(reading -> reading.entry(KEY))
                            .map(Stored.Entry::released))
                    .isEqualTo(Optional.of(2L));
        }
    }

    @Test
    void whatSomebodyChangedByHandIsTaken() {
        add(store, "by us");
        SharedMemory.Line hand = memory.connect();
        String key = "/heddle/config/test/token/ann";
        hand.commit(
                List.of(),
                List.of(Change.put(
                        key,
                        "{\"name\":\"ann\",\"scope\":\"read\",\"service\":\"\",\"hash\":\"h\","
                                + "\"author\":\"me\",\"time\":\""
                                + TIME + "\"}")));

        await().atMost(PATIENCE).until(() -> store.read(Reading::tokens).size() == 1);
        add(store, "goes on");
        await().atMost(PATIENCE).until(() -> other.read(Reading::revision) == 2);
        assertThat(other.<List<Stored.Token>>read(Reading::tokens)).hasSize(1);
        hand.close();
    }

    @Test
    void namespacesAreApart() {
        add(store, "here");

        try (SharedStore elsewhere = SharedStore.over(memory.connect(), "test2", MOST_BYTES, KEEPING)) {
            assertThat(elsewhere.<Long>read(Reading::revision)).isZero();
        }
    }
}
