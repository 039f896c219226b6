package io.heddle.registry.admission;

import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.entry.Beat;
import io.heddle.registry.entry.Details;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import java.util.Optional;

/// A registration that was checked.
///
/// @param name the name of the service
/// @param service the address
/// @param details what it shares with others
/// @param status what it says of itself
/// @param weight what it asks for
/// @param origin what a client of another protocol calls it
public record Draft(
        String name,
        String service,
        Details details,
        Optional<InstanceStatus> status,
        Optional<Integer> weight,
        Origin origin) {
    /// The weight of an instance that does not say.
    public static final int USUAL_WEIGHT = 100;

    /// A new instance.
    public Entry fresh(Beat beat, long nowMillis) {
        return new Entry(
                name,
                service,
                details,
                status.orElse(InstanceStatus.UP),
                false,
                weight.orElse(USUAL_WEIGHT),
                nowMillis,
                origin,
                beat);
    }

    /// A known instance that says something again: what it leaves open stays, and it is no longer suspected.
    public Entry over(Entry known) {
        InstanceStatus kept = known.status() == InstanceStatus.SUSPECT ? InstanceStatus.UP : known.status();
        return new Entry(
                name,
                known.service(),
                details,
                status.orElse(kept),
                false,
                weight.orElse(known.weight()),
                known.registeredMillis(),
                origin.equals(Origin.NATIVE) ? known.origin() : origin,
                known.beat());
    }

    /// Whether it says nothing new.
    public boolean repeats(Entry known) {
        return over(known).equals(known);
    }
}
