package io.heddle.registry.cluster;

import io.heddle.store.Item;
import io.heddle.store.Listing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where things are in the store.
///
/// @param root where all of this cluster begins
record Keys(String root) {
    private static final int HASH_BYTES = 16;
    private static final String PLACE = "/heddle/registry";

    static Keys of(ClusterSettings settings) {
        return new Keys(PLACE + '/' + settings.namespace() + '/');
    }

    /// Where something else of the same cluster is: not below the root, all of which is watched.
    String beside(String what) {
        return PLACE + '-' + what + root.substring(PLACE.length());
    }

    String instances() {
        return root + "instances/";
    }

    String instance(String name, String service) {
        return instances() + name + '/' + hash(service);
    }

    String nodes() {
        return root + "nodes/";
    }

    /// Holds what tells this content of the store from one after the store was lost and set up anew.
    String birth() {
        return root + "birth";
    }

    /// What it holds there; empty when it has not been there.
    String birth(Listing listing) {
        return listing.items().stream()
                .filter(item -> item.key().equals(birth()))
                .map(Item::text)
                .findFirst()
                .orElse("");
    }

    String tags() {
        return root + "tags/";
    }

    static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
