package io.heddle.testkit.registry;

import io.heddle.kit.registry.Instance;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A lease: who holds it, since when, and the revision of its last change.
record Entry(long token, Registration said, Instant registered, Instant beat, long revision) {
    private static final BigDecimal USUAL_TTL = BigDecimal.TEN;
    private static final int USUAL_WEIGHT = 100;

    boolean is(String name, String service) {
        return said.name().equals(name) && said.service().equals(service);
    }

    boolean over(Instant now) {
        return beat.plusMillis(ttl().movePointRight(3).longValue()).isBefore(now);
    }

    Entry beatAt(Instant now) {
        return new Entry(token, said, registered, now, revision);
    }

    Entry changedTo(Registration now, long at) {
        return new Entry(token, now, registered, beat, at);
    }

    private BigDecimal ttl() {
        return said.ttl().orElse(USUAL_TTL);
    }

    Instance instance() {
        URI address = URI.create(said.service());
        return new Instance(
                said.name(),
                said.service(),
                seconds(registered),
                seconds(beat),
                address.getHost(),
                address.getPort(),
                said.status().orElse(InstanceStatus.UP),
                false,
                said.weight().orElse(USUAL_WEIGHT),
                said.zone().orElse(""),
                said.version().orElse(""),
                ttl(),
                said.metadata().orElse(Map.of()),
                said.methods().orElse(List.of()));
    }

    /// What a registration says anew, and for the rest what was said before.
    Registration renewedBy(Registration newer) {
        Registration kept = newer;
        if (newer.status().isEmpty() && said.status().isPresent()) {
            kept = kept.status(said.status().get());
        }
        if (newer.weight().isEmpty() && said.weight().isPresent()) {
            kept = kept.weight(said.weight().get());
        }
        return kept;
    }

    private static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3);
    }
}
