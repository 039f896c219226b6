package io.heddle.configcenter.secret;

import io.heddle.kit.seal.Seal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Keys by their names, the newest last, and what seals under them.
record Keys(SequencedMap<String, byte[]> all, SequencedMap<String, Seal> seals) {
    static Keys of(SequencedMap<String, byte[]> all) {
        SequencedMap<String, Seal> seals = new LinkedHashMap<>();
        all.forEach((name, key) -> seals.put(name, Seal.under(key)));
        return new Keys(all, seals);
    }

    /// All keys of two, none of which is lost.
    ///
    /// @throws IllegalStateException when they mean different keys by one name
    static SequencedMap<String, byte[]> both(SequencedMap<String, byte[]> some, SequencedMap<String, byte[]> more) {
        SequencedMap<String, byte[]> both = new LinkedHashMap<>(some);
        more.forEach((name, key) -> {
            byte[] known = both.putIfAbsent(name, key);
            if (known != null && !Arrays.equals(known, key)) {
                throw new IllegalStateException("the key file has another key of the name " + name);
            }
        });
        return both;
    }

    Map.Entry<String, Seal> newest() {
        return seals.lastEntry();
    }
}
