package io.heddle.registry.cluster.tag;

import io.heddle.store.Item;

/// Who has a number.
///
/// @param tag the number
/// @param version of its key
/// @param millis when they last said so
/// @param node who
record Claim(int tag, long version, long millis, String node) {
    private static final String PARTS = "[0-9]{1,18} .*";

    static Claim of(Item item, String prefix) {
        int tag = Integer.parseInt(item.key().substring(prefix.length()));
        String text = item.text();
        if (!text.matches(PARTS)) {
            return new Claim(tag, item.version(), 0, text);
        }
        int space = text.indexOf(' ');
        return new Claim(tag, item.version(), Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    }

    static String text(long millis, String node) {
        return millis + " " + node;
    }
}
