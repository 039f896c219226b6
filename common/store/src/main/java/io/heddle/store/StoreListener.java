package io.heddle.store;

/// Is told what becomes of the keys under a prefix, on one thread, in the order of their versions.
public interface StoreListener {
    /// This is all there is: told first, and again whenever changes may have been missed.
    void all(Listing listing);

    /// A key has another value.
    void put(Item item);

    /// A key is gone.
    ///
    /// @param version of its deletion, or the last one that is known to have been before it
    void gone(String key, long version);

    /// The store was lost sight of, or is seen again and all up to now was told.
    void seen(boolean isSeen);
}
