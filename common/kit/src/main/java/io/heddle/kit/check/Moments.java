package io.heddle.kit.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Where times stand against now.
final class Moments {
    private Moments() {}

    static int fromNow(Object time) {
        Instant now = Instant.now();
        return switch (time) {
            case Instant instant -> instant.compareTo(now);
            case OffsetDateTime there -> there.toInstant().compareTo(now);
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC).compareTo(now);
            case LocalDate date -> date.compareTo(LocalDate.ofInstant(now, ZoneOffset.UTC));
            default -> throw new IllegalArgumentException("not a time with a date");
        };
    }
}
