package io.heddle.store;

import io.heddle.contract.bind.Default;
import io.heddle.kit.tls.TlsSettings;

/// How a store knows this process, and how this process knows the store.
///
/// @param user who it is there, empty for nobody: a user of etcd, or of the scheme `digest` of ZooKeeper
/// @param password of the user
/// @param tls whom an etcd that is reached by `etcds://` must be trusted by, and what it is shown
public record StoreAccess(
        @Default("") String user, @Default("") String password, TlsSettings tls) {
    /// Checks that the two are given together.
    public StoreAccess {
        if (user.isEmpty() != password.isEmpty()) {
            throw new IllegalArgumentException("user and password must be given together");
        }
        if (user.contains(":")) {
            throw new IllegalArgumentException("user must not contain a colon");
        }
    }

    /// Nobody, who trusts as the JDK does.
    public static StoreAccess none() {
        return new StoreAccess("", "", TlsSettings.standard());
    }

    /// Whether it is somebody.
    public boolean named() {
        return !user.isEmpty();
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return "StoreAccess[user=" + user + "]";
    }
}
