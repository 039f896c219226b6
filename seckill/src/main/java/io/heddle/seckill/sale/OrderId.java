package io.heddle.seckill.sale;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number of an order, which follows from the sale and the position of the win in it: `42-000017`.
///
/// @param activity the sale, from 1
/// @param position the how manieth win of the sale, from 1
public record OrderId(long activity, long position) implements Comparable<OrderId> {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,17})-([0-9]{6,18})");
    private static final int WIDTH = 6;

    /// Checks the bounds.
    ///
    /// @throws IllegalArgumentException when one is below 1
    public OrderId {
        if (activity < 1 || position < 1) {
            throw new IllegalArgumentException("an order number has two parts from 1 on");
        }
    }

    /// Reads an order number, empty when the text is none.
    public static Optional<OrderId> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches() || Long.parseLong(parts.group(2)) == 0) {
            return Optional.empty();
        }
        OrderId id = new OrderId(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
        return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    }

    @Override
    public int compareTo(OrderId other) {
        int first = Long.compare(activity, other.activity);
        return first != 0 ? first : Long.compare(position, other.position);
    }

    @Override
    public String toString() {
        String digits = Long.toString(position);
        return activity + "-" + "0".repeat(Math.max(0, WIDTH - digits.length())) + digits;
    }
}
