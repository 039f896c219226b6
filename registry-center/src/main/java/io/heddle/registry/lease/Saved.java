package io.heddle.registry.lease;

import io.heddle.kit.registry.Instance;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.entry.Beat;
import io.heddle.registry.entry.Details;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// A lease as it is kept over a restart, and as other nodes are told of it.
///
/// @param token its token, which stays valid
/// @param instance what it is the lease of
/// @param origin what a client of another protocol calls it, absent for our own
public record Saved(long token, Instance instance, Optional<Origin> origin) {
    static Saved of(long token, Entry entry) {
        return new Saved(
                token, entry.instance(), Optional.of(entry.origin()).filter(origin -> !origin.equals(Origin.NATIVE)));
    }

    /// The same with another status and weight.
    public Saved with(InstanceStatus status, int weight) {
        Instance now = new Instance(
                instance.name(),
                instance.service(),
                instance.registerTime(),
                instance.keepaliveTime(),
                instance.host(),
                instance.port(),
                status,
                instance.held() && status == InstanceStatus.SUSPECT,
                weight,
                instance.zone(),
                instance.version(),
                instance.ttl(),
                instance.metadata(),
                instance.methods());
        return new Saved(token, now, origin);
    }

    /// The instance, kept alive by that.
    Entry entry(Beat beat) {
        Details details = new Details(
                instance.zone(),
                instance.version(),
                Duration.ofMillis(ttlMillis()),
                instance.metadata(),
                instance.methods());
        return new Entry(
                instance.name(),
                instance.service(),
                details,
                instance.status(),
                instance.held(),
                instance.weight(),
                millis(instance.registerTime()),
                origin.orElse(Origin.NATIVE),
                beat);
    }

    int ttlMillis() {
        return Math.toIntExact(millis(instance.ttl()));
    }

    /// When it last beat, epoch milliseconds.
    public long heardMillis() {
        return millis(instance.keepaliveTime());
    }

    private static long millis(BigDecimal seconds) {
        return seconds.movePointRight(3).longValue();
    }
}
