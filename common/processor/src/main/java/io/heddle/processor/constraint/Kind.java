package io.heddle.processor.constraint;

import io.heddle.processor.type.JavaTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/// What a type holds, as far as constraints care.
enum Kind {
    TEXT,
    WHOLE,
    BIG_WHOLE,
    DECIMAL,
    FLOATING,
    TRUTH,
    MOMENT,
    COLLECTION,
    MAP,
    ARRAY,
    OPTIONAL,
    OTHER;

    static Kind of(TypeMirror type, JavaTypes types) {
        if (type.getKind() == TypeKind.ARRAY) {
            return ARRAY;
        }
        TypeMirror boxed = types.boxed(type);
        if (types.isAny(boxed, Integer.class, Long.class, Short.class, Byte.class)) {
            return WHOLE;
        }
        if (types.isAny(boxed, Double.class, Float.class)) {
            return FLOATING;
        }
        if (types.isAny(boxed, Instant.class, OffsetDateTime.class, LocalDate.class, LocalDateTime.class)) {
            return MOMENT;
        }
        if (types.isAny(boxed, List.class, Set.class, Collection.class)) {
            return COLLECTION;
        }
        return Map.<Class<?>, Kind>of(
                        String.class, TEXT,
                        BigInteger.class, BIG_WHOLE,
                        BigDecimal.class, DECIMAL,
                        Boolean.class, TRUTH,
                        Map.class, MAP,
                        Optional.class, OPTIONAL)
                .entrySet()
                .stream()
                .filter(known -> types.is(boxed, known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    boolean isNumber() {
        return this == WHOLE || this == BIG_WHOLE || this == DECIMAL || this == FLOATING;
    }

    /// Whether it has an `isEmpty()`.
    boolean canBeEmpty() {
        return this == TEXT || this == COLLECTION || this == MAP;
    }
}
