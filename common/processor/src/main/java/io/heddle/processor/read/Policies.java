package io.heddle.processor.read;

import io.heddle.contract.call.Hedged;
import io.heddle.contract.call.Retry;
import io.heddle.contract.call.Timeout;
import io.heddle.contract.text.Scalar;
import io.heddle.contract.text.TextFormatException;
import io.heddle.processor.model.Limits;
import io.heddle.processor.model.Verb;
import io.heddle.processor.report.Problems;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/// Reads what annotations say of time and tries. What is wrong is reported and left out.
final class Policies {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_ATTEMPTS = 10;

    private final Problems problems;
    private final Times inherited;

    /// The limits of {@link Timeout}.
    private record Times(Optional<Duration> whole, Optional<Duration> perTry) {}

    Policies(Problems problems, Element contract) {
        this.problems = problems;
        this.inherited = times(contract).orElse(new Times(Optional.empty(), Optional.empty()));
    }

    /// Reads the limits of a method.
    Limits read(ExecutableElement method, Verb verb, boolean idempotent) {
        Times times = times(method).orElse(inherited);
        return new Limits(times.whole(), times.perTry(), attempts(method, idempotent), hedgeAfter(method, verb));
    }

    private Optional<Times> times(Element at) {
        return Optional.ofNullable(at.getAnnotation(Timeout.class)).map(mark -> {
            Optional<Duration> whole = duration(at, Timeout.class, "value", mark.value());
            Optional<Duration> perTry =
                    mark.perTry().isEmpty() ? Optional.empty() : duration(at, Timeout.class, "perTry", mark.perTry());
            if (whole.isPresent() && perTry.isPresent() && perTry.get().compareTo(whole.get()) > 0) {
                problems.error(
                        at,
                        Timeout.class,
                        "perTry",
                        "one try may take '" + mark.perTry() + "', longer than the whole call with '" + mark.value()
                                + "'; make it shorter");
            }
            return new Times(whole, perTry);
        });
    }

    private Optional<Integer> attempts(ExecutableElement method, boolean idempotent) {
        Retry mark = method.getAnnotation(Retry.class);
        if (mark == null) {
            return Optional.empty();
        }
        if (mark.attempts() < 1 || mark.attempts() > MOST_ATTEMPTS) {
            problems.error(
                    method,
                    Retry.class,
                    "attempts",
                    "attempts is " + mark.attempts() + "; use 1 (never again) to " + MOST_ATTEMPTS);
            return Optional.empty();
        }
        if (mark.attempts() > 1 && !idempotent) {
            problems.warning(
                    method,
                    Retry.class,
                    "'" + method.getSimpleName() + "' is not sent again once the peer may have seen it;"
                            + " add @Idempotent if doing it twice is the same as once");
        }
        return Optional.of(mark.attempts());
    }

    private Optional<Duration> hedgeAfter(ExecutableElement method, Verb verb) {
        Hedged mark = method.getAnnotation(Hedged.class);
        if (mark == null) {
            return Optional.empty();
        }
        if (verb != Verb.GET) {
            problems.error(
                    method, Hedged.class, "after", "@Hedged sends a second request, which only a GET may; take it out");
            return Optional.empty();
        }
        return duration(method, Hedged.class, "after", mark.after());
    }

    private Optional<Duration> duration(Element at, Class<? extends Annotation> mark, String member, String text) {
        try {
            Duration duration = Scalar.DURATION.parse(text);
            if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
                return Optional.of(duration);
            }
            problems.error(at, mark, member, "'" + text + "' must be longer than zero and at most an hour");
        } catch (TextFormatException e) {
            problems.error(at, mark, member, "'" + text + "' " + e.clause());
        }
        return Optional.empty();
    }
}
