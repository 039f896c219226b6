package io.heddle.registry.entry;

/// What a client of another registry's protocol calls an instance, kept for the facade that speaks that protocol.
///
/// @param facade the protocol, such as `eureka`; empty for an instance that registered in our own
/// @param id what the client calls the instance; no two of one facade are the same
/// @param document what the client said beyond what an entry holds, in a form of the facade's own
public record Origin(String facade, String id, String document) {
    /// Of an instance that registered in our own protocol.
    public static final Origin NATIVE = new Origin("", "", "");

    /// Whether it came through that facade.
    public boolean of(String name) {
        return facade.equals(name);
    }

    /// Whether it came through a facade.
    public boolean foreign() {
        return !facade.isEmpty();
    }

    /// What it is found by: no two origins have the same.
    public String key() {
        return facade + '/' + id;
    }
}
