package io.heddle.seckill.redis;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Secret;
import java.time.Duration;

/// Where Redis is and how long it is waited for.
///
/// @param host the host
/// @param port the port
/// @param tls whether the connection is encrypted
/// @param user the name to log in with, empty for the default user
/// @param password the password, empty for none
/// @param timeout how long one command may take before its outcome counts as undecided
/// @param waiting the most commands under way; more are undecided at once
public record RedisSettings(
        @Default("127.0.0.1") String host,
        @Default("6379") @Bounds(min = 1, max = 65_535) int port,
        @Default("false") boolean tls,
        @Default("") String user,
        @Secret @Default("") String password,
        @Default("2s") Duration timeout,
        @Default("8192") @Bounds(min = 1, max = 1_000_000) int waiting) {
    /// Checks the time.
    ///
    /// @throws IllegalArgumentException when it is not positive
    public RedisSettings {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout must be longer than zero");
        }
    }

    /// A Redis on this machine.
    public static RedisSettings at(int port) {
        return new RedisSettings("127.0.0.1", port, false, "", "", Duration.ofSeconds(2), 8192);
    }

    /// The same with another time-out.
    public RedisSettings timeout(Duration other) {
        return new RedisSettings(host, port, tls, user, password, other, waiting);
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return "RedisSettings[" + host + ':' + port + ", tls=" + tls + ", timeout=" + timeout + ", waiting=" + waiting
                + ']';
    }
}
