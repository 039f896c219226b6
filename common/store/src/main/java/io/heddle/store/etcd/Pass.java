package io.heddle.store.etcd;

import io.heddle.store.StoreAccess;
import tools.jackson.databind.JsonNode;

/// The token that stands for a user, for as long as etcd knows it. Any thread may call.
final class Pass {
    private final StoreAccess access;
    private volatile String token = "";

    Pass(StoreAccess access) {
        this.access = access;
    }

    /// Whether etcd is to be asked for one.
    boolean missing() {
        return access.named() && token.isEmpty();
    }

    boolean there() {
        return !token.isEmpty();
    }

    JsonNode question() {
        return Wire.object().put("name", access.user()).put("password", access.password());
    }

    void take(JsonNode answer) {
        token = answer.path("token").asString("");
    }

    void forget() {
        token = "";
    }

    /// A line of the head of a request, or nothing.
    String line() {
        String known = token;
        return known.isEmpty() ? "" : "Authorization: " + known + "\r\n";
    }
}
