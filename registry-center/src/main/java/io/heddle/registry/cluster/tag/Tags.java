package io.heddle.registry.cluster.tag;

import io.heddle.kit.loop.Loop;
import io.heddle.store.Change;
import io.heddle.store.Condition;
import io.heddle.store.Item;
import io.heddle.store.Store;
import io.heddle.store.StoreAwayException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives each node a small number of its own, by which its revisions differ from those of all others.
///
/// A node says now and then that it still has its number. When all are given out, the one goes on whose node is gone
/// and has not said so for the longest time, at least a day: by then all revisions that were made with it lie far
/// below those to come.
public final class Tags {
    /// How many there are.
    public static final int COUNT = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Tags.class);
    private static final int TRIES = 16;
    private static final Duration SAID_EVERY = Duration.ofHours(1);
    private static final Duration GONE_AFTER = Duration.ofDays(1);

    private final Place place;
    private final InstantSource time;
    private final RandomGenerator random;

    /// Where they are kept.
    ///
    /// @param tags what their keys begin with
    /// @param nodes what the keys of the nodes that live begin with
    public record Place(Store store, String tags, String nodes) {}

    /// Gives out those of a place.
    public Tags(Place place, InstantSource time, RandomGenerator random) {
        this.place = place;
        this.time = time;
        this.random = random;
    }

    /// The one that the node had before, else a free one; any when the store is away.
    public int of(String node) {
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                List<Claim> claims = claims();
                Optional<Claim> wanted =
                        claim(claims, node).or(() -> free(claims)).or(() -> abandoned(claims));
                if (wanted.isPresent() && take(wanted.get(), node)) {
                    return wanted.get().tag();
                }
            }
            LOG.atError().addKeyValue("most", COUNT).log("there is no number left for this node; it shares one");
        } catch (StoreAwayException e) {
            LOG.atWarn().setCause(e).log("the store is away; this node starts without it");
        }
        return random.nextInt(COUNT);
    }

    private List<Claim> claims() {
        return place.store().range(place.tags()).items().stream()
                .map(item -> Claim.of(item, place.tags()))
                .toList();
    }

    private static Optional<Claim> claim(List<Claim> claims, String node) {
        return claims.stream().filter(claim -> claim.node().equals(node)).findFirst();
    }

    private Optional<Claim> free(List<Claim> claims) {
        Set<Integer> taken = claims.stream().map(Claim::tag).collect(Collectors.toSet());
        int[] left =
                IntStream.range(0, COUNT).filter(tag -> !taken.contains(tag)).toArray();
        return left.length == 0
                ? Optional.empty()
                : Optional.of(new Claim(left[random.nextInt(left.length)], Condition.ABSENT, 0, ""));
    }

    private Optional<Claim> abandoned(List<Claim> claims) {
        Set<String> living = place.store().range(place.nodes()).items().stream()
                .map(Item::key)
                .map(key -> key.substring(place.nodes().length()))
                .collect(Collectors.toSet());
        long since = time.instant().minus(GONE_AFTER).toEpochMilli();
        return claims.stream()
                .filter(claim -> claim.millis() < since && !living.contains(claim.node()))
                .min(Comparator.comparingLong(Claim::millis));
    }

    private boolean take(Claim claim, String node) {
        String key = place.tags() + claim.tag();
        String text = Claim.text(time.instant().toEpochMilli(), node);
        return place.store()
                .commit(List.of(new Condition(key, claim.version())), List.of(Change.put(key, text)))
                .isPresent();
    }

    /// Goes on saying that the node has its number, until the handle is closed.
    public Store.Handle keep(String node) {
        return Loop.start("cluster-tag", SAID_EVERY, SAID_EVERY, () -> {
            sayOnce(node);
            return Loop.Next.REST;
        })::close;
    }

    /// Whatever goes wrong with one time, there must be a next one.
    private void sayOnce(String node) {
        try {
            if (!renew(node)) {
                LOG.atError().log("another node has the number of this one; this one should be started again");
            }
        } catch (StoreAwayException e) {
            LOG.atDebug().setCause(e).log("the store is away");
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("the store could not be told that this node has its number");
        }
    }

    /// Says once that the node has its number; false when it is another's.
    boolean renew(String node) {
        return claim(claims(), node).filter(mine -> take(mine, node)).isPresent();
    }
}
