package io.heddle.registry.lease.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TokensTest {
    private final Tokens tokens = new Tokens(0x1234_5678_9abc_def0L);

    @Test
    void aTokenLeadsBackToItsNumberAndGeneration() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 10_000; i++) {
            int number = random.nextInt();
            int generation = random.nextInt();
            long token = tokens.token(number, generation);

            assertEquals(number, tokens.number(token));
            assertEquals(generation, tokens.generation(token));
        }
    }

    @Test
    void neighboursHaveNothingInCommon() {
        Set<Long> upper = new HashSet<>();
        for (int number = 0; number < 1000; number++) {
            upper.add(tokens.token(number, 7) >>> 32);
        }
        assertTrue(upper.size() > 990);
    }

    @Test
    void anotherKeyGivesOtherTokens() {
        assertNotEquals(tokens.token(1, 2), new Tokens(1).token(1, 2));
    }
}
