package io.heddle.configcenter.catalog;

import io.heddle.configcenter.entry.Values;
import io.heddle.configcenter.secret.UnreadableException;
import io.heddle.contract.reply.Prepared.Ready;
import tools.jackson.databind.node.ObjectNode;

/// A value as it is told: to the service that owns its secrets, and to everyone else.
///
/// @param revision the revision that made it
/// @param open the value, or why it cannot be opened at this node
/// @param masked the value without its secrets
public record Content(long revision, Open open, Told masked) {
    /// A value, and the same as a ready answer.
    public record Told(ObjectNode value, Ready<ObjectNode> bytes) implements Open {
        private static Told of(ObjectNode value, String tag) {
            return new Told(value, new Ready<>(Values.bytes(value), new byte[0], tag));
        }

        @Override
        public Told told() {
            return this;
        }
    }

    /// A value that its keys are missing for.
    public record Unreadable(UnreadableException why) implements Open {
        @Override
        public Told told() {
            throw why;
        }
    }

    /// A value with its secrets, if it can be opened.
    public sealed interface Open {
        /// The value.
        ///
        /// @throws UnreadableException when its keys are missing
        Told told();
    }

    /// Makes the bytes ready.
    static Content of(long revision, ObjectNode open, ObjectNode masked) {
        String tag = Long.toString(revision, 36);
        return new Content(revision, Told.of(open, tag + 'o'), Told.of(masked, tag));
    }

    /// What can be told without the secrets.
    static Content unreadable(long revision, UnreadableException why, ObjectNode masked) {
        return new Content(revision, new Unreadable(why), Told.of(masked, Long.toString(revision, 36)));
    }

    boolean readable() {
        return open instanceof Told;
    }

    /// The value as one who may or may not know the secrets is told.
    public ObjectNode value(boolean reveal) {
        return told(reveal).value();
    }

    /// The same as a ready answer.
    public Ready<ObjectNode> bytes(boolean reveal) {
        return told(reveal).bytes();
    }

    private Told told(boolean reveal) {
        return reveal ? open.told() : masked;
    }
}
