package io.heddle.registry.admission;

import io.heddle.registry.entry.Details;
import java.lang.ref.WeakReference;
import java.util.WeakHashMap;

/// Gives one object for equal details, for as long as somebody uses it.
final class Interner {
    private final WeakHashMap<Details, WeakReference<Details>> known = new WeakHashMap<>();

    synchronized Details shared(Details details) {
        WeakReference<Details> reference = known.get(details);
        Details same = reference == null ? null : reference.get();
        if (same != null) {
            return same;
        }
        known.put(details, new WeakReference<>(details));
        return details;
    }
}
