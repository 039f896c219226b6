package io.heddle.registry.foreign;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A JSON object from clients that write names in any case, and numbers and truths as texts or not. Null is as good as
/// absent. Every refusal is a 400 that names the field.
public final class Said {
    private static final JsonType<Map<String, Object>> OBJECT = new JsonType<>() {};
    private static final Json JSON = Json.tolerant();

    private final String path;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, Object> raw = new LinkedHashMap<>();

    private Said(String path, Map<?, ?> object) {
        this.path = path;
        object.forEach((name, value) -> {
            if (value != null) {
                raw.put(String.valueOf(name), value);
                members.putIfAbsent(plain(String.valueOf(name)), value);
            }
        });
    }

    /// Reads an object.
    ///
    /// @throws ServiceException 400 when it is none
    public static Said read(byte[] json) {
        return new Said("", JSON.read(OBJECT, json));
    }

    /// An object that was read by other means.
    public static Said of(Map<String, Object> object) {
        return new Said("", object);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private Optional<Object> member(String name) {
        return Optional.ofNullable(members.get(plain(name)));
    }

    /// Whether the member is there.
    public boolean has(String name) {
        return member(name).isPresent();
    }

    /// A text; of an object such as `{"$":8080}` what stands for its own value.
    public Optional<String> text(String name) {
        return member(name)
                .map(value -> value instanceof Map<?, ?> inner ? inner.get("$") : value)
                .map(value -> scalar(name, value));
    }

    private String scalar(String name, Object value) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            throw wrong(name, "must be a text");
        }
        return value.toString();
    }

    /// A whole number.
    public Optional<Long> number(String name) {
        return text(name).filter(text -> !text.isEmpty()).map(text -> {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw wrong(name, "must be a whole number");
            }
        });
    }

    /// Whether it is true; false when it is not there.
    public boolean truth(String name) {
        return text(name)
                .map(text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false", "" -> false;
                    default -> throw wrong(name, "must be true or false");
                })
                .orElse(false);
    }

    /// An object within.
    public Optional<Said> object(String name) {
        return member(name).map(value -> object(name, value));
    }

    /// An object within, empty when a plain value stands in its place.
    public Optional<Said> part(String name) {
        return member(name).filter(Map.class::isInstance).map(value -> object(name, value));
    }

    private Said object(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Said(path + name + ".", map);
        }
        throw wrong(name, "must be an object");
    }

    /// The objects of an array; a single object counts as an array of one.
    public List<Said> objects(String name) {
        List<Said> all = new ArrayList<>();
        for (Object item : items(name)) {
            all.add(object(name + '[' + all.size() + ']', item));
        }
        return all;
    }

    /// The texts of an array.
    public List<String> texts(String name) {
        return items(name).stream().map(item -> scalar(name, item)).toList();
    }

    private List<Object> items(String name) {
        List<Object> items = new ArrayList<>();
        member(name).ifPresent(value -> {
            for (Object item : value instanceof List<?> list ? list : List.of(value)) {
                if (item == null) {
                    throw wrong(name, "must hold no null");
                }
                items.add(item);
            }
        });
        return items;
    }

    /// The members as names and texts, in the case that they came in; without those that are null.
    public Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        raw.forEach((name, value) -> pairs.put(name, scalar(name, value)));
        return pairs;
    }

    /// The members whose values are arrays, each with its first text.
    public Map<String, String> firsts() {
        Map<String, String> firsts = new LinkedHashMap<>();
        raw.keySet().forEach(name -> texts(name).stream().findFirst().ifPresent(text -> firsts.put(name, text)));
        return firsts;
    }

    /// A refusal of a member.
    ///
    /// @param message what it must be, as a clause
    public ServiceException wrong(String name, String message) {
        return ServiceException.invalid(path + name, message);
    }
}
