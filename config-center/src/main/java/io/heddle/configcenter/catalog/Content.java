package io.heddle.configcenter.catalog;

import io.heddle.configcenter.entry.Values;
import io.heddle.contract.reply.Prepared.Ready;
import tools.jackson.databind.node.ObjectNode;

/// A value as it is told: to the service that owns its secrets, and to everyone else.
///
/// @param revision the revision that made it
/// @param open the value
/// @param masked the value without its secrets
/// @param openBytes the value as a ready answer
/// @param maskedBytes the value without its secrets as a ready answer
public record Content(
        long revision, ObjectNode open, ObjectNode masked, Ready<ObjectNode> openBytes, Ready<ObjectNode> maskedBytes) {
    /// Makes the bytes ready.
    static Content of(long revision, ObjectNode open, ObjectNode masked) {
        String tag = Long.toString(revision, 36);
        return new Content(revision, open, masked, ready(open, tag + 'o'), ready(masked, tag));
    }

    private static Ready<ObjectNode> ready(ObjectNode value, String tag) {
        return new Ready<>(Values.bytes(value), new byte[0], tag);
    }

    /// The value as one who may or may not know the secrets is told.
    public ObjectNode value(boolean reveal) {
        return reveal ? open : masked;
    }

    /// The same as a ready answer.
    public Ready<ObjectNode> bytes(boolean reveal) {
        return reveal ? openBytes : maskedBytes;
    }
}
