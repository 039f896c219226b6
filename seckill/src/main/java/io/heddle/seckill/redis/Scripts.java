package io.heddle.seckill.redis;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Runs scripts, each with the time and with what has been told of the sale so far, which Redis must know too.
final class Scripts {
    /// The keys of a sale, all in one hash slot.
    ///
    /// @param config its terms and counts
    /// @param won position, time to pay and standing by user
    /// @param positions the user by position
    /// @param log its events
    record Keys(String config, String won, String positions, String log) {
        static Keys of(long activity) {
            String sale = "sk:{" + activity + "}:";
            return new Keys(sale + "cfg", sale + "won", sale + "pos", sale + "log");
        }

        String[] all() {
            return new String[] {config, won, positions, log};
        }
    }

    private final Line line;
    private final InstantSource clock;
    private final Map<Long, Long> known = new ConcurrentHashMap<>();

    Scripts(Line line, InstantSource clock) {
        this.line = line;
        this.clock = clock;
    }

    /// @throws RedisBehindException when Redis has lost what was told
    Answer run(Script script, long activity, String... arguments) {
        long least = known(activity);
        String[] all = new String[arguments.length + 2];
        all[0] = Long.toString(least);
        all[1] = Long.toString(clock.millis());
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        Answer answer = new Answer(script.run(line, Keys.of(activity).all(), all));
        check(activity, least, answer.number());
        if (answer.number() > least) {
            know(activity, answer.number());
        }
        return answer;
    }

    /// The number of the last event that was told.
    long known(long activity) {
        return known.getOrDefault(activity, 0L);
    }

    void know(long activity, long number) {
        known.merge(activity, number, Math::max);
    }

    static void check(long activity, long least, long number) {
        if (number < least) {
            throw new RedisBehindException(activity, least, number);
        }
    }
}
