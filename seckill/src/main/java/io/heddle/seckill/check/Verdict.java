package io.heddle.seckill.check;

import java.util.List;
import java.util.Map;

/// What a history was judged to be.
///
/// @param checks how often each rule was asked
/// @param violations where one was broken, at most {@link #MAX_VIOLATIONS}
/// @param broken how often one was broken, listed or not
public record Verdict(Map<Rule, Long> checks, List<Violation> violations, long broken) {
    /// The most violations that are listed.
    public static final int MAX_VIOLATIONS = 100;

    /// Copies what it is given.
    public Verdict {
        checks = Map.copyOf(checks);
        violations = List.copyOf(violations);
    }

    /// Whether nothing was broken.
    public boolean right() {
        return broken == 0;
    }

    /// How often any rule was asked.
    public long asked() {
        return checks.values().stream().mapToLong(Long::longValue).sum();
    }

    /// What must hold.
    public enum Rule {
        /// The events are a sale: numbered without a gap, in the window, at most one win a user, never more units
        /// than there are, settled once.
        LOG,
        /// An answer agrees with the sale after the event that it names.
        ANSWER,
        /// What was answered before something was asked is known to the answer.
        TIME,
        /// A win or a settlement has somebody who asked for it, and one who is told that it is new.
        CAUSE,
        /// What users are told at the end, and the rows of the database, are the fold of the events.
        END
    }

    /// One break of a rule.
    ///
    /// @param rule which
    /// @param sentence what is wrong, with the operation or event that shows it
    public record Violation(Rule rule, String sentence) {
        @Override
        public String toString() {
            return rule + ": " + sentence;
        }
    }
}
