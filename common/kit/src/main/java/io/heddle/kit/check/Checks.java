package io.heddle.kit.check;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The checks of one call: generated code says what must hold and where, this collects what does not. Costs nothing
/// but the tests themselves while all is well. Used by one thread.
public final class Checks {
    /// The code of the error that names the fields.
    public static final String CODE = "invalid_fields";

    /// The most violations that one answer names.
    public static final int MOST_VIOLATIONS = 100;

    private static final int LONGEST_PATH = 200;
    private static final int MOST_TOLD = 3;

    private final StringBuilder path = new StringBuilder();
    private @Nullable List<Violation> violations;

    /// Begins with nothing wrong.
    public Checks() {}

    /// What must hold for a value within.
    ///
    /// @param <T> the value
    @FunctionalInterface
    public interface Rule<T> {
        /// Checks one value; paths go on from where it is.
        void check(Checks checks, T value);
    }

    /// Notes a violation unless it is right.
    ///
    /// @param name the field, empty for the value that is being looked at
    /// @param message what it must be, as a clause
    public void that(boolean right, String name, String message) {
        if (!right) {
            note(name, message);
        }
    }

    private void note(String name, String message) {
        List<Violation> noted = violations == null ? new ArrayList<>() : violations;
        violations = noted;
        if (noted.size() < MOST_VIOLATIONS) {
            int mark = enter(name);
            String field = path.substring(0, Math.min(path.length(), LONGEST_PATH));
            noted.add(new Violation(field, message));
            path.setLength(mark);
        }
    }

    /// Checks what a field holds.
    public <T> void within(String name, T value, Rule<? super T> rule) {
        int mark = enter(name);
        rule.check(this, value);
        path.setLength(mark);
    }

    /// Checks what is there, if it is.
    public <T> void present(String name, Optional<T> value, Rule<? super T> rule) {
        if (value.isPresent()) {
            within(name, value.get(), rule);
        }
    }

    /// Checks each item: `name[3]`.
    public <T> void each(String name, Iterable<T> items, Rule<? super T> rule) {
        int mark = enter(name);
        int index = 0;
        for (T item : items) {
            int here = path.length();
            path.append('[').append(index++).append(']');
            rule.check(this, item);
            path.setLength(here);
        }
        path.setLength(mark);
    }

    /// Checks each item: `name[3]`.
    public <T> void each(String name, T[] items, Rule<? super T> rule) {
        each(name, List.of(items), rule);
    }

    /// Checks each key of a map: `name.key`.
    public <K> void keys(String name, Map<K, ?> map, Rule<? super K> rule) {
        int mark = enter(name);
        map.keySet().forEach(key -> within(String.valueOf(key), key, rule));
        path.setLength(mark);
    }

    /// Checks each value of a map: `name.key`.
    public <V> void values(String name, Map<?, V> map, Rule<? super V> rule) {
        int mark = enter(name);
        map.forEach((key, value) -> within(String.valueOf(key), value, rule));
        path.setLength(mark);
    }

    private int enter(String name) {
        int mark = path.length();
        if (!name.isEmpty()) {
            path.append(mark == 0 ? "" : ".").append(name);
        }
        return mark;
    }

    /// Ends the checks.
    ///
    /// @throws ServiceException 422 with every violation, when there is one
    public void done() {
        if (violations != null) {
            throw new ServiceException(Status.UNPROCESSABLE_CONTENT, CODE, sentence(violations), violations);
        }
    }

    private static String sentence(List<Violation> violations) {
        int more = violations.size() - MOST_TOLD;
        return violations.stream()
                .limit(MOST_TOLD)
                .map(violation -> (violation.field() + " " + violation.message()).strip())
                .collect(Collectors.joining("; ", "", more > 0 ? "; and " + more + " more" : ""));
    }

    /// How many characters a text has, as people and JSON Schema count them: an emoji is one.
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Whether a number has at most so many digits before and after the point.
    public static boolean digits(BigDecimal number, int before, int after) {
        if (number.signum() == 0) {
            return true;
        }
        BigDecimal plain = number.stripTrailingZeros();
        return (long) plain.precision() - plain.scale() <= before && plain.scale() <= after;
    }

    /// Whether a number is within bounds, both allowed.
    public static boolean between(Number number, long min, long max) {
        BigDecimal exact = new BigDecimal(number.toString());
        return exact.compareTo(BigDecimal.valueOf(min)) >= 0 && exact.compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    /// Whether a text has the form of an e-mail address: a local part of 64 characters at most, one `@`, and a domain
    /// of labels. Looks at each character once.
    public static boolean email(String text) {
        return Addresses.isEmail(text);
    }

    /// Before zero when the time has passed, after zero when it is to come. A time without a zone is in UTC.
    public static int fromNow(Object time) {
        return Moments.fromNow(time);
    }
}
