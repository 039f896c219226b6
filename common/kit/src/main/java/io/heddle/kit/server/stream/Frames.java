package io.heddle.kit.server.stream;

import io.heddle.contract.reply.Event;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Remembers the text of the last events, so that one that goes to many peers is written out once. It is known by its
/// identity, and forgotten when nobody uses it any more: this holds no memory.
final class Frames {
    private static final int SLOTS = 64;

    private final AtomicReferenceArray<@Nullable WeakReference<Frame>> slots = new AtomicReferenceArray<>(SLOTS);

    private record Frame(Event<?> event, byte[] bytes) {}

    <T> byte[] of(Event<T> event, EventText<T> text) {
        int slot = System.identityHashCode(event) % SLOTS;
        Frame known = known(slot);
        if (known != null && same(known.event, event)) {
            return known.bytes;
        }
        Frame frame = new Frame(event, text.chunk(event));
        slots.set(slot, new WeakReference<>(frame));
        return frame.bytes;
    }

    private @Nullable Frame known(int slot) {
        WeakReference<Frame> reference = slots.get(slot);
        return reference == null ? null : reference.get();
    }

    @SuppressWarnings("ReferenceEquality") // To compare what is in them would cost more than to write it out again.
    private static boolean same(Event<?> one, Event<?> other) {
        return one == other;
    }
}
