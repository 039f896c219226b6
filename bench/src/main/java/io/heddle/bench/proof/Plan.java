package io.heddle.bench.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What is to be proved, and how hard.
///
/// @param jar the jar of the flash sale, its libraries beside it
/// @param engine the engine of the sale: `journal` or `redis`
/// @param runs how many sales there are at least
/// @param stock how many units a sale has; a hundred times as many users ask for one, each twice at once
/// @param kills how many processes are killed in all, at least; sales go on until then
/// @param mariaDb whether orders are kept on a MariaDB of this proof, which is killed too
/// @param seed from which everything random follows
/// @param report where the report goes, if one is wanted
/// @param limit how long the whole may take
public record Plan(
        Path jar,
        String engine,
        int runs,
        int stock,
        int kills,
        boolean mariaDb,
        long seed,
        Optional<Path> report,
        Duration limit) {
    static final int USERS_PER_UNIT = 100;
    private static final int MOST_STOCK = 100_000;

    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException naming what is wrong
    public Plan {
        require(engine.equals("journal") || engine.equals("redis"), "--engine must be journal or redis");
        require(runs > 0 && runs <= 1_000_000, "--runs must be from 1 to 1000000");
        require(stock > 0 && stock <= MOST_STOCK, "--stock must be from 1 to " + MOST_STOCK);
        require(kills >= 0, "--kills must be at least 0");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    int users() {
        return stock * USERS_PER_UNIT;
    }
}
