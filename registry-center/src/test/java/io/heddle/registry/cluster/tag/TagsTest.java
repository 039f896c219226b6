package io.heddle.registry.cluster.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.store.Change;
import io.heddle.store.Store;
import io.heddle.store.memory.SharedMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TagsTest {
    private static final String TAGS = "/c/tags/";
    private static final String NODES = "/c/nodes/";
    private static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05Z");

    private final Store store = new SharedMemory().connect();
    private Instant now = BEGIN;
    private final Tags tags = new Tags(new Tags.Place(store, TAGS, NODES), () -> now, new SplittableRandom(7));

    @AfterEach
    void close() {
        store.close();
    }

    private void giveOutAll() {
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < Tags.COUNT; i++) {
            now = BEGIN.plusSeconds(i);
            given.add(tags.of("old-" + i));
        }
        assertEquals(Tags.COUNT, given.size());
    }

    private String owner(int tag) {
        return Claim.of(store.range(TAGS + tag).items().getFirst(), TAGS).node();
    }

    @Test
    void aNodeHasTheSameOneAgainAndNoOther() {
        int first = tags.of("a");

        assertEquals(first, tags.of("a"));
        assertNotEquals(first, tags.of("b"));
    }

    @Test
    void allAreGivenOutBeforeOneIsGivenAgain() {
        giveOutAll();
    }

    @Test
    void theOneGoesOnWhoseNodeIsGoneForTheLongestTime() {
        giveOutAll();
        int first = tags.of("old-0");
        now = BEGIN.plus(Duration.ofDays(2));
        assertTrue(tags.renew("old-0"));
        int second = tags.of("old-1");
        now = BEGIN.plus(Duration.ofDays(2)).plusSeconds(1);

        int again = tags.of("new");

        assertNotEquals(first, again);
        assertNotEquals(second, again);
        assertEquals("new", owner(again));
        assertFalse(tags.renew("old-2"));
        assertTrue(tags.renew("new"));
    }

    @Test
    void noneIsTakenFromOneWhoWasThereWithinADayOrLives() {
        giveOutAll();
        now = BEGIN.plus(Duration.ofHours(23));
        tags.of("too-early");
        assertFalse(tags.renew("too-early"));

        store.commit(List.of(), List.of(Change.put(NODES + "old-0", "old-0")));
        now = BEGIN.plus(Duration.ofDays(1)).plusMillis(1500);
        int taken = tags.of("new");
        assertTrue(tags.renew("old-0"));
        assertFalse(tags.renew("old-1"));
        assertEquals("new", owner(taken));
    }

    @Test
    void oneThatWasGivenWithoutATimeCountsAsLongGone() {
        store.commit(List.of(), List.of(Change.put(TAGS + "5", "before")));
        assertEquals(5, tags.of("before"));
        assertTrue(tags.renew("before"));
    }

    @Test
    void aNodeStartsWithoutTheStore() {
        SharedMemory.Line line = new SharedMemory().connect();
        line.cut();
        int any = new Tags(new Tags.Place(line, TAGS, NODES), () -> now, new SplittableRandom(7)).of("a");
        assertTrue(any >= 0 && any < Tags.COUNT);
        line.close();
    }
}
