package io.heddle.registry.eureka;

import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.entry.Entry;
import java.util.Locale;
import java.util.Optional;

/// The statuses of that protocol.
enum Word {
    UP,
    DOWN,
    STARTING,
    OUT_OF_SERVICE,
    UNKNOWN;

    static Optional<Word> of(String text) {
        try {
            return Optional.of(valueOf(text.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    InstanceStatus status() {
        return switch (this) {
            case UP -> InstanceStatus.UP;
            case OUT_OF_SERVICE -> InstanceStatus.DRAINING;
            case DOWN, STARTING, UNKNOWN -> InstanceStatus.DOWN;
        };
    }

    /// How an instance is told to be: in the very word that its client used, where that still fits. One that is held
    /// by protection may still be called.
    static Word told(Entry entry, Word said) {
        return switch (entry.status()) {
            case UP -> UP;
            case DRAINING -> OUT_OF_SERVICE;
            case DOWN -> said.status() == InstanceStatus.DOWN ? said : DOWN;
            case SUSPECT -> entry.held() ? UP : UNKNOWN;
        };
    }
}
