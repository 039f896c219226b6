package io.heddle.configcenter.store;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.secret.Concealed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What the store keeps.
public interface Stored {
    /// An entry.
    ///
    /// @param id its number in the store
    /// @param key what names it
    /// @param changed the revision at which its readers last got something else
    /// @param released the revision of the release that holds, 0 when there was none
    /// @param draft what is being edited
    /// @param gray what some have in place of what holds
    /// @param seed the SHA-256 of the file that it was last seeded from, empty for none
    record Entry(
            long id,
            EntryKey key,
            long changed,
            long released,
            Optional<Draft> draft,
            Optional<Gray> gray,
            String seed) {
        /// The same with another draft, or none.
        public Entry drafted(Optional<Draft> next) {
            return new Entry(id, key, changed, released, next, gray, seed);
        }

        /// The same with another release.
        public Entry released(long revision) {
            return new Entry(id, key, revision, revision, draft, gray, seed);
        }

        /// The same with another gray value, or none.
        public Entry grayed(long revision, Optional<Gray> next) {
            return new Entry(id, key, revision, released, draft, next, seed);
        }

        /// The same, seeded from a file.
        public Entry seeded(String sha256) {
            return new Entry(id, key, changed, released, draft, gray, sha256);
        }
    }

    /// A draft.
    ///
    /// @param base the revision of the release that it was made from
    /// @param author who kept it
    /// @param time when
    /// @param value the value
    record Draft(long base, String author, Instant time, Concealed value) {
        /// The same with its value sealed anew.
        public Draft resealed(UnaryOperator<Concealed> again) {
            return new Draft(base, author, time, again.apply(value));
        }
    }

    /// A gray value.
    ///
    /// @param labels the labels that have it
    /// @param instances the instances that have it
    /// @param revision what it made
    /// @param author who began it
    /// @param time when
    /// @param value the value
    record Gray(
            List<String> labels, List<String> instances, long revision, String author, Instant time, Concealed value) {
        /// Copies the lists in.
        public Gray {
            labels = List.copyOf(labels);
            instances = List.copyOf(instances);
        }

        /// The same with its value sealed anew.
        public Gray resealed(UnaryOperator<Concealed> again) {
            return new Gray(labels, instances, revision, author, time, again.apply(value));
        }
    }

    /// A release.
    ///
    /// @param entry the number of its entry
    /// @param revision what it made
    /// @param kind how it came about
    /// @param author who made it
    /// @param time when
    /// @param comment why
    /// @param value the value, absent when the entry was deleted
    record Release(
            long entry,
            long revision,
            String kind,
            String author,
            Instant time,
            String comment,
            Optional<Concealed> value) {
        /// The same with its value sealed anew.
        public Release resealed(UnaryOperator<Concealed> again) {
            return new Release(entry, revision, kind, author, time, comment, value.map(again));
        }
    }

    /// A token.
    ///
    /// @param name what its holder is called
    /// @param scope what it allows
    /// @param service the service that it is of, empty for none
    /// @param hash its SHA-256 in hexadecimal
    /// @param author who made it
    /// @param time when
    record Token(String name, String scope, String service, String hash, String author, Instant time) {}

    /// A line of the audit trail.
    ///
    /// @param time when
    /// @param author who
    /// @param action what
    /// @param config the config, empty for none
    /// @param service the service with its label, empty for none
    /// @param detail the rest
    record Audit(Instant time, String author, String action, String config, String service, String detail) {}
}
