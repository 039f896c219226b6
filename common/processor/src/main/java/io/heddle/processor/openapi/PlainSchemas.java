package io.heddle.processor.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/// The schemas of scalars. Formats are those of the OpenAPI format registry.
final class PlainSchemas {
    private PlainSchemas() {}

    /// A fresh schema, which the caller may add to.
    static Map<String, Object> of(String className) {
        return new LinkedHashMap<>(
                switch (className) {
                    case "java.lang.Integer" -> formatted("integer", "int32");
                    case "java.lang.Long" -> formatted("integer", "int64");
                    case "java.lang.Short" -> between(Short.MIN_VALUE, Short.MAX_VALUE);
                    case "java.lang.Byte" -> between(Byte.MIN_VALUE, Byte.MAX_VALUE);
                    case "java.math.BigInteger" -> Schemas.schema("type", "integer");
                    case "java.lang.Double" -> formatted("number", "double");
                    case "java.lang.Float" -> formatted("number", "float");
                    case "java.math.BigDecimal" -> Schemas.schema("type", "number");
                    case "java.lang.Boolean" -> Schemas.schema("type", "boolean");
                    case "java.lang.Character" -> Schemas.schema("type", "string", "minLength", 1, "maxLength", 1);
                    case "java.util.UUID" -> formatted("string", "uuid");
                    case "java.net.URI" -> formatted("string", "uri");
                    case "java.time.Instant", "java.time.OffsetDateTime" -> formatted("string", "date-time");
                    case "java.time.LocalDateTime" -> formatted("string", "date-time-local");
                    case "java.time.LocalDate" -> formatted("string", "date");
                    case "java.time.LocalTime" -> formatted("string", "time-local");
                    case "java.time.Duration" -> formatted("string", "duration");
                    default -> Schemas.schema("type", "string");
                });
    }

    private static Map<String, Object> formatted(String type, String format) {
        return Schemas.schema("type", type, "format", format);
    }

    private static Map<String, Object> between(int least, int most) {
        return Schemas.schema("type", "integer", "format", "int32", "minimum", least, "maximum", most);
    }
}
