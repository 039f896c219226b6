package io.heddle.kit.json;

import com.fasterxml.jackson.annotation.Nulls;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Page;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// Reads and writes JSON. Safe for use by any thread; make one and share it.
///
/// Limits of what is read: 100 levels of nesting, 1 MiB of text in one string, 1024 characters in a name, 400
/// digits in a number. Duplicate names, trailing text, coercions (`"1"` for a number, a number for an enum) and,
/// when strict, unknown names are refused.
public final class Json {
    /// The deepest nesting that is read.
    public static final int MAX_DEPTH = 100;

    private final JsonMapper mapper;
    private final Envelopes envelopes;
    private final ConcurrentHashMap<JsonType<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<JsonType<?>, ObjectReader> partReaders = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<JsonType<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

    private Json(boolean strict) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(1 << 20)
                        .maxNameLength(1024)
                        .maxNumberLength(400)
                        .build())
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        this.mapper = JsonMapper.builder(factory)
                .addModule(new Records())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .configure(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, strict)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(config -> config.setAcceptBlankAsEmpty(false))
                .changeDefaultNullHandling(nulls -> strict ? nulls.withContentNulls(Nulls.FAIL) : nulls)
                .withCoercionConfig(LogicalType.Textual, config -> refuseScalars(config, strict))
                .build();
        this.envelopes = new Envelopes(mapper);
    }

    private static void refuseScalars(MutableCoercionConfig config, boolean strict) {
        CoercionAction action = strict ? CoercionAction.Fail : CoercionAction.TryConvert;
        config.setCoercion(CoercionInputShape.Integer, action)
                .setCoercion(CoercionInputShape.Float, action)
                .setCoercion(CoercionInputShape.Boolean, action);
    }

    /// For what a server reads: unknown and duplicate names are refused.
    public static Json strict() {
        return new Json(true);
    }

    /// For what a client reads: a newer server may say more than this client knows.
    public static Json tolerant() {
        return new Json(false);
    }

    /// Writes the value as UTF-8.
    public <T> byte[] write(JsonType<T> type, T value) {
        return writer(type).writeValueAsBytes(value);
    }

    /// Writes the value as UTF-8 behind what the stream holds already, and leaves the stream open.
    public <T> void write(JsonType<T> type, T value, OutputStream out) {
        writer(type).without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(out, value);
    }

    /// Writes a value whose type says all, such as a record that is no generic.
    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /// Reads a request body.
    ///
    /// @throws ServiceException 400 naming the field, for example `items[3].price must be a decimal number`
    public <T> T read(JsonType<T> type, byte[] json) {
        try {
            return nonNull(reader(type).readValue(json));
        } catch (JacksonException e) {
            throw JsonErrors.describe(e, json);
        }
    }

    /// Reads a request body from a stream that holds one value.
    ///
    /// @throws ServiceException 400 naming the field
    public <T> T read(JsonType<T> type, InputStream json) {
        try {
            return nonNull(reader(type).readValue(json));
        } catch (JacksonException e) {
            throw JsonErrors.describe(e);
        }
    }

    /// Finds the parts of a document, in UTF-8, down to a depth: the members of objects and the items of arrays.
    ///
    /// @param levels how many levels of an object to look into; an array around it is looked into besides
    /// @throws ServiceException 400 when it is not JSON, 413 when it has too many parts
    public JsonPart outline(byte[] json, int levels) {
        try (JsonParser parser = mapper.createParser(json)) {
            return new Outline(parser, json).whole(levels);
        } catch (JacksonException e) {
            throw JsonErrors.describe(e, json);
        }
    }

    /// Reads one member of an object.
    ///
    /// @return empty when it has none of that name, or null
    /// @throws ServiceException 502 when the bytes are no such object
    public <T> Optional<T> readMember(JsonType<T> type, byte[] json, String name) {
        try {
            return Optional.ofNullable(envelopes.member(name, partReader(type)::<T>readValue, json));
        } catch (JacksonException e) {
            throw badAnswer(e);
        }
    }

    /// Reads the data of a success envelope.
    ///
    /// @return empty when it has none, or null
    /// @throws ServiceException 502 when the bytes are no such envelope
    public <T> Optional<T> readData(JsonType<T> type, byte[] json) {
        return readMember(type, json, "data");
    }

    /// Reads the page in a success envelope.
    ///
    /// @throws ServiceException 502 when the bytes are no such envelope
    public <T> Page<T> readPage(JsonType<List<T>> items, byte[] json) {
        try {
            Page<T> page = envelopes.page(partReader(items), json);
            if (page == null) {
                throw ServiceException.of(Status.BAD_GATEWAY, "the answer has no page");
            }
            return page;
        } catch (JacksonException e) {
            throw badAnswer(e);
        }
    }

    /// Reads what an error answer says; never fails.
    public ErrorBody readError(byte[] json) {
        return envelopes.error(json);
    }

    private static ServiceException badAnswer(JacksonException cause) {
        return ServiceException.of(Status.BAD_GATEWAY, "the answer is not what its contract says", cause);
    }

    private static <T> T nonNull(T value) {
        if (value == null) {
            throw ServiceException.of(Status.BAD_REQUEST, "the body must not be null");
        }
        return value;
    }

    /// The reader of a value that more follows.
    private ObjectReader partReader(JsonType<?> type) {
        ObjectReader reader = partReaders.get(type);
        return reader != null
                ? reader
                : partReaders.computeIfAbsent(
                        type, key -> makeReader(key).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
    }

    private ObjectReader reader(JsonType<?> type) {
        ObjectReader reader = readers.get(type);
        return reader != null ? reader : readers.computeIfAbsent(type, this::makeReader);
    }

    private ObjectReader makeReader(JsonType<?> type) {
        return mapper.readerFor(mapper.constructType(type.type()));
    }

    private ObjectWriter writer(JsonType<?> type) {
        ObjectWriter writer = writers.get(type);
        return writer != null ? writer : writers.computeIfAbsent(type, this::makeWriter);
    }

    private ObjectWriter makeWriter(JsonType<?> type) {
        return mapper.writerFor(mapper.constructType(type.type()));
    }
}
