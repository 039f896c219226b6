package io.heddle.blog.blogger;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Hashes passwords with bcrypt (Provos and Mazieres, 1999). Those beyond 72 bytes are hashed by SHA-512 first, since
/// bcrypt reads no more. Any thread may call; only so many hash at the same time, so that the others' work goes on.
final class Passwords {
    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private final int cost;
    private final Semaphore room;
    private final String nobody;

    Passwords(BloggerSettings settings) {
        this.cost = settings.cost();
        this.room = new Semaphore(settings.hashing(), true);
        this.nobody = hash("nobody has this password");
    }

    String hash(String password) {
        return inTurn(() ->
                BCrypt.with(LongPasswordStrategies.hashSha512(VERSION)).hashToString(cost, password.toCharArray()));
    }

    /// Whether the password has that hash. Without a hash it takes as long to say no.
    boolean match(String password, Optional<String> hash) {
        boolean same = inTurn(() -> BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                .verify(password.toCharArray(), hash.orElse(nobody))
                .verified);
        return same && hash.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            room.acquire();
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
