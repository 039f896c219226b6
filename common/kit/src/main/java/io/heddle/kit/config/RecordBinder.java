package io.heddle.kit.config;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.contract.log.SecretNames;
import io.heddle.contract.text.Scalar;
import io.heddle.contract.text.TextFormatException;
import io.helidon.config.Config;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fills a record from a node of the settings tree.
final class RecordBinder {
    private final String key;

    RecordBinder(String key) {
        this.key = key;
    }

    <R> R bind(Config node, Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = Keys.snake(components[i].getName());
            values[i] = new RecordBinder(key + '.' + name).value(node.get(name), components[i]);
        }
        return create(type, components, values);
    }

    private <R> R create(Class<R> type, RecordComponent[] components, Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw new SettingsException(key + ": " + (cause == null ? e : cause).getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new SettingsException(key + " cannot be filled", e);
        }
    }

    private Object value(Config node, RecordComponent component) {
        Default standard = component.getAnnotation(Default.class);
        Object value = typed(node, component.getGenericType(), standard == null ? null : standard.value());
        Bounds bounds = component.getAnnotation(Bounds.class);
        if (bounds != null && value instanceof Number number) {
            check(number.longValue(), bounds);
        }
        return value;
    }

    private void check(long number, Bounds bounds) {
        if (number < bounds.min() || number > bounds.max()) {
            throw new SettingsException(
                    key + " must be from " + bounds.min() + " to " + bounds.max() + ", not " + number);
        }
    }

    private Object typed(Config node, Type type, @Nullable String standard) {
        return switch (type) {
            case Class<?> record when record.isRecord() -> bind(node, record);
            case Class<?> simple ->
                parse(simple, text(node, standard).orElseThrow(() -> new SettingsException(key + " must be set")));
            case ParameterizedType generic
            when generic.getRawType() == Optional.class ->
                optional(node, generic.getActualTypeArguments()[0], standard);
            case ParameterizedType generic
            when generic.getRawType() == List.class -> list(node, generic.getActualTypeArguments()[0], standard);
            case ParameterizedType generic
            when generic.getRawType() == Map.class -> map(node, generic.getActualTypeArguments()[1]);
            default -> throw new SettingsException(key + " has a type that no setting may have");
        };
    }

    private static Optional<String> text(Config node, @Nullable String standard) {
        return node.isLeaf() ? node.asString().asOptional() : Optional.ofNullable(standard);
    }

    private Optional<?> optional(Config node, Type type, @Nullable String standard) {
        return node.exists() || standard != null ? Optional.of(typed(node, type, standard)) : Optional.empty();
    }

    /// A YAML list, or one text with commas.
    private List<?> list(Config node, Type type, @Nullable String standard) {
        if (node.isList()) {
            return node.asNodeList().orElse(List.of()).stream()
                    .map(item -> new RecordBinder(key + '.' + item.name()).typed(item, type, null))
                    .toList();
        }
        String text = text(node, standard).orElse("");
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> parse((Class<?>) type, part))
                .toList();
    }

    private Map<String, Object> map(Config node, Type type) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Config child : node.asNodeList().orElse(List.of())) {
            String name = Config.Key.unescapeName(child.name());
            map.put(name, new RecordBinder(key + '.' + name).typed(child, type, null));
        }
        return map;
    }

    private Object parse(Class<?> type, String text) {
        try {
            return scalar(type).parse(type.isEnum() ? constantName(text) : text);
        } catch (TextFormatException e) {
            String shown = SecretNames.matches(key) ? SecretNames.MASK : text;
            throw new SettingsException(key + ' ' + e.clause() + ", not \"" + shown + '"', e);
        }
    }

    /// An enum constant may be written in small letters with dashes.
    private static String constantName(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // An enum class is only known as such at run time.
    private Scalar<?> scalar(Class<?> type) {
        if (type.isEnum()) {
            return Scalar.ofEnum((Class) type);
        }
        Class<?> boxed = java.lang.invoke.MethodType.methodType(type).wrap().returnType();
        return Scalar.named(boxed.getName())
                .orElseThrow(() -> new SettingsException(key + " has a type that no setting may have"));
    }
}
