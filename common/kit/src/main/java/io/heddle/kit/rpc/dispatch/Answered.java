package io.heddle.kit.rpc.dispatch;

import java.util.Optional;

/// What goes back over HTTP.
///
/// @param status the HTTP status
/// @param body the JSON; empty when nothing is to be said
public record Answered(int status, Optional<byte[]> body) {
    static final Answered NOTHING = new Answered(204, Optional.empty());
}
