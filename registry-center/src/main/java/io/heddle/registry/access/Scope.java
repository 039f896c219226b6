package io.heddle.registry.access;

/// What a token allows; each allows what those before it allow.
public enum Scope {
    /// Looking and watching.
    READ,
    /// Registering and changing leases.
    REGISTER,
    /// Everything.
    ADMIN
}
