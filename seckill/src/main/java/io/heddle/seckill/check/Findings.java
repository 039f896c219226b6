package io.heddle.seckill.check;

import io.heddle.seckill.check.Verdict.Rule;
import io.heddle.seckill.check.Verdict.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Counts what is checked and keeps what is broken. For one thread.
final class Findings {
    private final Map<Rule, Long> checks = new EnumMap<>(Rule.class);
    private final List<Violation> violations = new ArrayList<>();
    private long broken;

    void require(Rule rule, boolean holds, Supplier<String> otherwise) {
        checks.merge(rule, 1L, Long::sum);
        if (holds) {
            return;
        }
        broken++;
        if (violations.size() < Verdict.MAX_VIOLATIONS) {
            violations.add(new Violation(rule, otherwise.get()));
        }
    }

    Verdict verdict() {
        return new Verdict(checks, violations, broken);
    }
}
