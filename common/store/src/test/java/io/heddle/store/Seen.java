package io.heddle.store;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// What a watch has told so far.
final class Seen implements StoreListener {
    private final Map<String, String> items = new ConcurrentSkipListMap<>();
    private volatile boolean reached;

    Map<String, String> now() {
        return Map.copyOf(items);
    }

    boolean reached() {
        return reached;
    }

    @Override
    public void all(Listing listing) {
        items.clear();
        listing.items().forEach(this::put);
    }

    @Override
    public void put(Item item) {
        items.put(item.key(), item.text());
    }

    @Override
    public void gone(String key, long version) {
        items.remove(key);
    }

    @Override
    public void seen(boolean isSeen) {
        reached = isSeen;
    }
}
