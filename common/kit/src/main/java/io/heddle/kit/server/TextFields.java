package io.heddle.kit.server;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.text.Scalar;
import io.heddle.contract.text.TextFormatException;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads scalars out of named texts.
final class TextFields implements Fields {
    private final Texts texts;

    private TextFields(Texts texts) {
        this.texts = texts;
    }

    static Fields ofPath(List<String> names, List<String> values) {
        return new TextFields(new PathTexts(names, values));
    }

    static Fields ofPairs(List<Map.Entry<String, String>> pairs) {
        return new TextFields(new PairTexts(pairs));
    }

    static Fields ofHeaders(Headers headers) {
        return new TextFields(new HeaderTexts(headers));
    }

    @Override
    public <T> T one(String name, Scalar<T> type) {
        List<String> all = texts.all(name);
        if (all.isEmpty()) {
            throw ServiceException.invalid(name, "must be given, and " + type.clause());
        }
        return single(name, all, type);
    }

    @Override
    public <T> T or(String name, Scalar<T> type, T other) {
        List<String> all = texts.all(name);
        return all.isEmpty() ? other : single(name, all, type);
    }

    @Override
    public <T> Optional<T> optional(String name, Scalar<T> type) {
        List<String> all = texts.all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(single(name, all, type));
    }

    @Override
    public <T> List<T> list(String name, Scalar<T> type) {
        return texts.all(name).stream().map(text -> parse(name, text, type)).toList();
    }

    @Override
    public Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        texts.pairs().forEach(pair -> map.putIfAbsent(pair.getKey(), pair.getValue()));
        return map;
    }

    @Override
    public boolean has(String name) {
        return !texts.all(name).isEmpty();
    }

    private static <T> T single(String name, List<String> all, Scalar<T> type) {
        if (all.size() > 1) {
            throw ServiceException.invalid(name, "must be given only once");
        }
        return parse(name, all.getFirst(), type);
    }

    private static <T> T parse(String name, String text, Scalar<T> type) {
        try {
            return type.parse(text);
        } catch (TextFormatException e) {
            ServiceException wrong = ServiceException.invalid(name, type.clause());
            wrong.initCause(e);
            throw wrong;
        }
    }

    /// Where the texts are.
    private sealed interface Texts {
        List<String> all(String name);

        List<Map.Entry<String, String>> pairs();
    }

    private record PathTexts(List<String> names, List<String> values) implements Texts {
        @Override
        public List<String> all(String name) {
            int at = names.indexOf(name);
            return at < 0 ? List.of() : List.of(values.get(at));
        }

        @Override
        public List<Map.Entry<String, String>> pairs() {
            List<Map.Entry<String, String>> pairs = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                pairs.add(Map.entry(names.get(i), values.get(i)));
            }
            return pairs;
        }
    }

    private record PairTexts(List<Map.Entry<String, String>> pairs) implements Texts {
        @Override
        public List<String> all(String name) {
            List<String> all = new ArrayList<>(1);
            for (Map.Entry<String, String> pair : pairs) {
                if (pair.getKey().equals(name)) {
                    all.add(pair.getValue());
                }
            }
            return all;
        }
    }

    private record HeaderTexts(Headers headers) implements Texts {
        @Override
        public List<String> all(String name) {
            HeaderName header = HeaderNames.create(name);
            return headers.contains(header) ? headers.all(header, List::of) : List.of();
        }

        @Override
        public List<Map.Entry<String, String>> pairs() {
            List<Map.Entry<String, String>> pairs = new ArrayList<>();
            for (Header header : headers) {
                pairs.add(Map.entry(header.name(), header.get()));
            }
            return pairs;
        }
    }
}
