package io.heddle.seckill.verify;

import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Folds the events of one sale and says what no sale could have.
final class Audit {
    private record Unit(Instant payBy, Standing standing) {}

    private final long activity;
    private final List<Unit> units = new ArrayList<>();
    private final Set<UserId> winners = new HashSet<>();
    private @Nullable Terms terms;
    private Instant last = Instant.MIN;
    private long number;
    private boolean removed;
    private int held;
    private int paid;

    Audit(long activity) {
        this.activity = activity;
    }

    /// Takes the next event.
    ///
    /// @return what is wrong with it, empty when nothing is
    Optional<String> take(Event event) {
        String wrong = wrong(event);
        number = event.number();
        last = event.at();
        if (wrong == null && terms != null && held + paid > terms.units()) {
            wrong = "sells more units than there are";
        }
        return Optional.ofNullable(wrong)
                .map(what -> "event " + event.number() + " of sale " + activity + ' ' + what + ": " + event);
    }

    private @Nullable String wrong(Event event) {
        if (event.number() != number + 1) {
            return "follows event " + number;
        }
        if (event.at().isBefore(last)) {
            return "is older than the one before";
        }
        if (removed) {
            return "comes after the sale was taken away";
        }
        return switch (event) {
            case Event.Arranged arranged -> arranged(arranged.terms());
            case Event.Won won -> won(won);
            case Event.Settled settled -> settled(settled);
            case Event.Removed gone -> removed();
        };
    }

    private @Nullable String arranged(Terms next) {
        Terms before = terms;
        terms = next;
        boolean same = before == null || units.isEmpty() || before.hold().equals(next.hold());
        return same ? null : "changes the time to pay of units that are held";
    }

    private @Nullable String won(Event.Won won) {
        Terms now = terms;
        held++;
        units.add(new Unit(won.payBy(), Standing.HELD));
        if (!winners.add(won.user())) {
            return "is the second win of its user";
        }
        if (won.order().position() != units.size()) {
            return "is not win " + units.size();
        }
        boolean within = now != null
                && now.open()
                && !won.at().isBefore(now.start())
                && won.at().isBefore(now.end());
        return within ? null : "is outside the window";
    }

    private @Nullable String settled(Event.Settled settled) {
        int index = (int) Math.min(settled.order().position(), Integer.MAX_VALUE) - 1;
        if (index >= units.size()) {
            return "settles an order that there is not";
        }
        Unit unit = units.get(index);
        if (unit.standing != Standing.HELD) {
            return "settles an order that is " + unit.standing;
        }
        units.set(index, new Unit(unit.payBy, settled.standing()));
        held--;
        paid += settled.standing() == Standing.PAID ? 1 : 0;
        boolean early = settled.standing() == Standing.EXPIRED && settled.at().isBefore(unit.payBy);
        return early ? "lets an order expire before " + unit.payBy : null;
    }

    private @Nullable String removed() {
        removed = true;
        terms = null;
        return units.isEmpty() ? null : "takes away a sale with wins";
    }

    long number() {
        return number;
    }

    /// @param head the hash of all events
    Account account(String head) {
        long released = (long) units.size() - held - paid;
        return new Account(activity, Optional.ofNullable(terms), number, units.size(), held, paid, released, head);
    }
}
