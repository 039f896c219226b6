package io.heddle.registry.lease;

import io.heddle.registry.entry.Entry;

/// Is told what this node changed, so that others learn of it. Told one at a time, in order, under the lock of the
/// leases: it must be quick and never block.
public interface Spread {
    /// An instance came, or is another than before.
    ///
    /// @param heard whether the instance itself was heard
    void changed(Entry entry, boolean heard);

    /// An instance beat that this node did not keep until now, or was not sure of.
    void heard(Entry entry);

    /// An instance is gone.
    ///
    /// @param asked whether somebody asked for it, so that only a later beat can be against it
    void gone(Entry entry, boolean asked);

    /// An instance was silent for too long; it stays until it is settled with the others that it goes.
    void silent(Entry entry);

    /// Whether there are no others.
    boolean alone();

    /// Whether who is silent may be let go now. Where not, it may have been heard by a node that could not say so.
    boolean evicts();

    /// Of a registry of one node.
    record Alone() implements Spread {
        @Override
        public void changed(Entry entry, boolean heard) {}

        @Override
        public void heard(Entry entry) {}

        @Override
        public void gone(Entry entry, boolean asked) {}

        @Override
        public void silent(Entry entry) {}

        @Override
        public boolean alone() {
            return true;
        }

        @Override
        public boolean evicts() {
            return true;
        }
    }
}
