package io.heddle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every store does.
@Timeout(180)
interface StoreContract {
    Duration PRESENCE = Duration.ofSeconds(4);

    /// One node's way to the store, of which each test has one of its own or a prefix that no other test uses.
    Store connect();

    /// Where the keys of this test begin.
    String prefix();

    /// Makes the store unreachable for all.
    void away();

    /// Brings it back.
    void back();

    static void await(org.awaitility.core.ThrowingRunnable holds) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(holds);
    }

    private static long put(Store store, String key, String text, long version) {
        OptionalLong done = store.commit(List.of(new Condition(key, version)), List.of(Change.put(key, text)));
        return done.orElse(-1);
    }

    @Test
    default void changesOnlyWhatIsAsItWasThought() {
        try (Store store = connect()) {
            String key = prefix() + "a";
            long first = put(store, key, "one", Condition.ABSENT);
            assertThat(first).isPositive();
            assertThat(put(store, key, "again", Condition.ABSENT)).isNegative();
            long second = put(store, key, "two", first);
            assertThat(second).isGreaterThan(first);
            assertThat(put(store, key, "late", first)).isNegative();
            assertThat(store.range(prefix()).items())
                    .containsExactly(new Item(key, "two".getBytes(StandardCharsets.UTF_8), second));
        }
    }

    @Test
    default void neverGivesAVersionTwiceThoughTheKeyWasDeleted() {
        try (Store store = connect()) {
            String key = prefix() + "a";
            long first = put(store, key, "one", Condition.ABSENT);
            assertThat(store.commit(List.of(new Condition(key, first)), List.of(new Change.Delete(key))))
                    .isPresent();
            assertThat(store.range(prefix()).items()).isEmpty();
            long again = put(store, key, "new", Condition.ABSENT);
            assertThat(again).isGreaterThan(first);
            assertThat(put(store, key, "late", first)).isNegative();
            assertThat(store.commit(List.of(new Condition(key, first)), List.of(new Change.Delete(key))))
                    .isEmpty();
        }
    }

    @Test
    default void doesAllOfACommitOrNothing() {
        try (Store store = connect()) {
            List<Condition> absent = new ArrayList<>();
            List<Change> puts = new ArrayList<>();
            IntStream.range(0, Store.MOST_CHANGES).forEach(i -> {
                absent.add(Condition.absent(prefix() + i));
                puts.add(Change.put(prefix() + i, "v" + i));
            });
            long version = store.commit(absent, puts).orElseThrow();
            assertThat(store.range(prefix()).items())
                    .hasSize(Store.MOST_CHANGES)
                    .allMatch(item -> item.version() == version);
            assertThat(store.commit(
                            List.of(new Condition(prefix() + 1, version), Condition.absent(prefix() + 2)),
                            List.of(new Change.Delete(prefix() + 1), Change.put(prefix() + 2, "no"))))
                    .isEmpty();
            assertThat(store.range(prefix()).items()).hasSize(Store.MOST_CHANGES);
        }
    }

    @Test
    default void tellsAWatchAllFirstAndThenEachChange() {
        try (Store store = connect();
                Store other = connect()) {
            long first = put(store, prefix() + "a", "one", Condition.ABSENT);
            Seen seen = new Seen();
            store.watch(prefix(), seen);
            await(() -> assertThat(seen.now()).containsOnly(java.util.Map.entry(prefix() + "a", "one")));
            await(() -> assertThat(seen.reached()).isTrue());
            put(other, prefix() + "b", "two", Condition.ABSENT);
            put(other, prefix() + "a", "three", first);
            put(other, "x" + prefix() + "b", "elsewhere", Condition.ABSENT);
            await(() -> assertThat(seen.now())
                    .containsOnly(
                            java.util.Map.entry(prefix() + "a", "three"), java.util.Map.entry(prefix() + "b", "two")));
            other.commit(List.of(), List.of(new Change.Delete(prefix() + "a")));
            await(() -> assertThat(seen.now()).containsOnlyKeys(prefix() + "b"));
        }
    }

    @Test
    default void goesOnAfterAnOutage() {
        try (Store store = connect()) {
            put(store, prefix() + "a", "one", Condition.ABSENT);
            Seen seen = new Seen();
            store.watch(prefix(), seen);
            await(() -> assertThat(seen.reached()).isTrue());
            away();
            try {
                await(() -> assertThat(seen.reached()).isFalse());
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> store.range(prefix()))
                        .isInstanceOf(StoreAwayException.class);
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> put(store, prefix() + "c", "lost", Condition.ABSENT))
                        .isInstanceOf(StoreAwayException.class);
            } finally {
                back();
            }
            await(() -> assertThat(seen.reached()).isTrue());
            await(() -> assertThat(put(store, prefix() + "b", "two", Condition.ABSENT))
                    .isPositive());
            await(() -> assertThat(seen.now()).containsKeys(prefix() + "a", prefix() + "b"));
        }
    }

    @Test
    default void aPresenceStaysOverAnOutageAndGoesWithItsProcess() {
        try (Store watching = connect()) {
            Seen seen = new Seen();
            watching.watch(prefix(), seen);
            Store store = connect();
            store.present(prefix() + "node", "me".getBytes(StandardCharsets.UTF_8));
            await(() -> assertThat(seen.now()).containsKey(prefix() + "node"));
            away();
            back();
            await(() -> assertThat(seen.reached()).isTrue());
            await(() -> assertThat(watching.range(prefix()).items()).hasSize(1));
            await(() -> assertThat(seen.now()).containsKey(prefix() + "node"));
            store.close();
            await(() -> assertThat(seen.now()).isEmpty());
        }
    }

    @Test
    default void takesTextsAndKeysOfAllKinds() {
        try (Store store = connect()) {
            String key = prefix() + "a b/ü%2F/c:d";
            byte[] value = new byte[5000];
            for (int i = 0; i < value.length; i++) {
                value[i] = (byte) i;
            }
            assertThat(store.commit(List.of(Condition.absent(key)), List.of(new Change.Put(key, value))))
                    .isPresent();
            assertThat(store.range(prefix()).items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.value()).isEqualTo(value))
                    .satisfies(item -> assertThat(item.key()).isEqualTo(key));
        }
    }
}
