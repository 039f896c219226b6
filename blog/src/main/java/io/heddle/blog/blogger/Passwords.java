package io.heddle.blog.blogger;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Hashes passwords with bcrypt (Provos and Mazieres, 1999). Those beyond 72 bytes are hashed by SHA-512 first, since
/// bcrypt reads no more. Any thread may call; only so many hash at the same time, so that the others' work goes on.
final class Passwords {
    static final String BUSY = "hashing_busy";

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private final int cost;
    private final Semaphore room;
    private final Duration wait;
    private final String nobody;

    Passwords(BloggerSettings settings) {
        this.cost = settings.cost();
        this.room = new Semaphore(settings.hashing(), true);
        this.wait = settings.hashingWait();
        this.nobody = hash("nobody has this password");
    }

    /// Hashes a password.
    ///
    /// @throws ServiceException 503 when it waited for its turn too long
    String hash(String password) {
        return inTurn(() ->
                BCrypt.with(LongPasswordStrategies.hashSha512(VERSION)).hashToString(cost, password.toCharArray()));
    }

    /// Whether the password has that hash. Without a hash it takes as long to say no.
    ///
    /// @throws ServiceException 503 when it waited for its turn too long
    boolean match(String password, Optional<String> hash) {
        boolean same = inTurn(() -> BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                .verify(password.toCharArray(), hash.orElse(nobody))
                .verified);
        return same && hash.isPresent();
    }

    /// Whether one more could be hashed at once.
    boolean free() {
        return room.availablePermits() > 0;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!room.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ServiceException(
                        Status.UNAVAILABLE, BUSY, "too many passwords wait to be checked: try again later", List.of());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.of(Status.UNAVAILABLE, "interrupted while waiting", e);
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
