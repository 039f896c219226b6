package io.heddle.configcenter.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import io.heddle.configcenter.entry.Values;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Violation;
import java.lang.ScopedValue.CallableOp;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// JSON Schemas (draft 2020-12). Nothing outside a schema is ever loaded. Safe for use by any thread.
public final class Schemas {
    private static final String META = "https://json-schema.org/draft/2020-12/schema";
    private static final int MOST = 100;

    private static final ScopedValue<Patience> PATIENCE = ScopedValue.newInstance();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .regularExpressionFactory(Schemas::expression)
                            .build()));

    private static RegularExpression expression(String text) {
        Pattern pattern = Pattern.compile(text);
        return value -> PATIENCE.get().finds(pattern, value);
    }

    /// Refuses a schema that is none, or refers to what is not in it.
    ///
    /// @throws ServiceException 422 with the paths that are wrong
    public void check(JsonNode schema) {
        demandNone(bounded("schema", () -> violations(metaSchema(), schema, List.of())));
        demandNone(bounded("schema", () -> Bounds.violations(schema)));
        bounded("schema", () -> {
            try {
                registry.getSchema(schema).initializeValidators();
                return schema;
            } catch (SchemaException e) {
                throw unprocessable("schema", "must not refer to what is not in it");
            }
        });
    }

    private static void demandNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Values.unprocessable(violations);
        }
    }

    /// Does what a schema may make endless, but not for ever.
    private static <T> T bounded(String field, CallableOp<T, RuntimeException> work) {
        try {
            return ScopedValue.where(PATIENCE, new Patience()).call(work);
        } catch (Patience.SpentException e) {
            throw unprocessable(field, "takes a regular expression too long");
        } catch (StackOverflowError e) {
            throw unprocessable(field, "is too deep, or too long for a regular expression");
        }
    }

    private static ServiceException unprocessable(String field, String message) {
        return Values.unprocessable(List.of(new Violation(field, message)));
    }

    private Schema metaSchema() {
        return registry.getSchema(SchemaLocation.of(META));
    }

    /// What is wrong with a value, by JSON Pointers; at most a hundred. No message shows a value that is secret.
    ///
    /// @throws ServiceException 422 when there is no telling within bounds
    public List<Violation> violations(JsonNode schema, JsonNode value, Set<JsonPointer> secret) {
        return bounded("value", () -> violations(registry.getSchema(schema), value, List.copyOf(secret)));
    }

    private static List<Violation> violations(Schema schema, JsonNode value, List<JsonPointer> secret) {
        return schema.validate(value).stream()
                .sorted(Comparator.comparing(
                        error -> error.getInstanceLocation().toString()))
                .limit(MOST)
                .map(error -> violation(error, secret))
                .toList();
    }

    private static Violation violation(Error error, List<JsonPointer> secret) {
        String path = error.getInstanceLocation().toString();
        boolean hidden = secret.stream().anyMatch(pointer -> path.startsWith(pointer.toString()));
        String field = path.isEmpty() ? "value" : path;
        return new Violation(field, hidden ? "must keep its schema (" + error.getKeyword() + ")" : error.getMessage());
    }

    /// Where a value is secret: what the schema marks `writeOnly` or of the format `password`, and what is named
    /// like a secret.
    public static Set<JsonPointer> secrets(JsonNode schema, JsonNode value) {
        return secrets(schema, value, Set.of());
    }

    /// The same with places that were secret before, where the value has them; no place is in another.
    public static Set<JsonPointer> secrets(JsonNode schema, JsonNode value, Set<JsonPointer> before) {
        Set<JsonPointer> all = new LinkedHashSet<>(new SecretFinder(schema).find(value));
        before.stream().filter(at -> kept(value.at(at))).forEach(all::add);
        return all.stream()
                .filter(at -> all.stream().noneMatch(outer -> inside(at, outer)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean kept(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private static boolean inside(JsonPointer at, JsonPointer outer) {
        return at.toString().startsWith(outer + "/");
    }
}
