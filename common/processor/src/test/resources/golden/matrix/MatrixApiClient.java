package io.heddle.kit.matrix;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.reply.Reply;
import io.heddle.kit.client.Call;
import io.heddle.kit.client.Caller;
import io.heddle.kit.client.Endpoint;
import io.heddle.kit.json.JsonType;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Calls matrix over HTTP as MatrixApi says.
 */
@Generated("io.heddle.processor")
public final class MatrixApiClient implements MatrixApi {
    private static final Endpoint NOTHING = Endpoint.of("matrix", "MatrixApi.nothing", "POST /matrix/nothing", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final Endpoint GIVE_INT = Endpoint.of("matrix", "MatrixApi.giveInt", "GET /matrix/int/{value}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<Integer> GIVE_INT_RESULT = new JsonType<Integer>() {};

    private static final Endpoint GIVE_LONG = Endpoint.of("matrix", "MatrixApi.giveLong", "GET /matrix/long/{value}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<Long> GIVE_LONG_RESULT = new JsonType<Long>() {};

    private static final Endpoint GIVE_BOOLEAN = Endpoint.of("matrix", "MatrixApi.giveBoolean", "GET /matrix/boolean/{value}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<Boolean> GIVE_BOOLEAN_RESULT = new JsonType<Boolean>() {};

    private static final Endpoint GIVE_DOUBLE = Endpoint.of("matrix", "MatrixApi.giveDouble", "GET /matrix/double/{value}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<Double> GIVE_DOUBLE_RESULT = new JsonType<Double>() {};

    private static final Endpoint GIVE_SMALL = Endpoint.of("matrix", "MatrixApi.giveSmall", "GET /matrix/small/{a}/{b}/{c}/{d}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<Float> GIVE_SMALL_RESULT = new JsonType<Float>() {};

    private static final Endpoint GIVE_BOXED = Endpoint.of("matrix", "MatrixApi.giveBoxed", "GET /matrix/boxed/{value}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<Integer> GIVE_BOXED_RESULT = new JsonType<Integer>() {};

    private static final Endpoint GIVE_TEXT = Endpoint.of("matrix", "MatrixApi.giveText", "GET /matrix/text", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<String> GIVE_TEXT_RESULT = new JsonType<String>() {};

    private static final Endpoint GIVE_DECIMAL = Endpoint.of("matrix", "MatrixApi.giveDecimal", "GET /matrix/decimal/{value}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<BigDecimal> GIVE_DECIMAL_RESULT = new JsonType<BigDecimal>() {};

    private static final Endpoint GIVE_UUID = Endpoint.of("matrix", "MatrixApi.giveUuid", "GET /matrix/uuid/{value}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<UUID> GIVE_UUID_RESULT = new JsonType<UUID>() {};

    private static final Endpoint GIVE_TIMES = Endpoint.of("matrix", "MatrixApi.giveTimes", "GET /matrix/times", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<List<String>> GIVE_TIMES_RESULT = new JsonType<List<String>>() {};

    private static final Endpoint GIVE_CLOCK = Endpoint.of("matrix", "MatrixApi.giveClock", "GET /matrix/clock", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<Map<String, String>> GIVE_CLOCK_RESULT = new JsonType<Map<String, String>>() {};

    private static final Endpoint GIVE_ENUM = Endpoint.of("matrix", "MatrixApi.giveEnum", "GET /matrix/enum/{value}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<MatrixApi.Colour> GIVE_ENUM_RESULT = new JsonType<MatrixApi.Colour>() {};

    private static final Endpoint GIVE_BYTES = Endpoint.of("matrix", "MatrixApi.giveBytes", "POST /matrix/bytes", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final Endpoint GIVE_STREAM = Endpoint.of("matrix", "MatrixApi.giveStream", "POST /matrix/stream", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final Endpoint GIVE_RECORD = Endpoint.of("matrix", "MatrixApi.giveRecord", "POST /matrix/record", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<MatrixApi.Thing> GIVE_RECORD_BODY = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_RECORD_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final Endpoint GIVE_GENERIC = Endpoint.of("matrix", "MatrixApi.giveGeneric", "POST /matrix/generic", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<MatrixApi.Box<List<MatrixApi.Thing>>> GIVE_GENERIC_BODY = new JsonType<MatrixApi.Box<List<MatrixApi.Thing>>>() {};

    private static final JsonType<MatrixApi.Box<List<MatrixApi.Thing>>> GIVE_GENERIC_RESULT = new JsonType<MatrixApi.Box<List<MatrixApi.Thing>>>() {};

    private static final Endpoint GIVE_SEALED = Endpoint.of("matrix", "MatrixApi.giveSealed", "POST /matrix/sealed", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<MatrixApi.Figure> GIVE_SEALED_BODY = new JsonType<MatrixApi.Figure>() {};

    private static final JsonType<MatrixApi.Figure> GIVE_SEALED_RESULT = new JsonType<MatrixApi.Figure>() {};

    private static final Endpoint GIVE_LIST = Endpoint.of("matrix", "MatrixApi.giveList", "POST /matrix/list", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<List<MatrixApi.Thing>> GIVE_LIST_BODY = new JsonType<List<MatrixApi.Thing>>() {};

    private static final JsonType<List<MatrixApi.Thing>> GIVE_LIST_RESULT = new JsonType<List<MatrixApi.Thing>>() {};

    private static final Endpoint GIVE_SET = Endpoint.of("matrix", "MatrixApi.giveSet", "POST /matrix/set", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<Set<MatrixApi.Colour>> GIVE_SET_BODY = new JsonType<Set<MatrixApi.Colour>>() {};

    private static final JsonType<Set<MatrixApi.Colour>> GIVE_SET_RESULT = new JsonType<Set<MatrixApi.Colour>>() {};

    private static final Endpoint GIVE_MAP = Endpoint.of("matrix", "MatrixApi.giveMap", "POST /matrix/map", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>>> GIVE_MAP_BODY = new JsonType<Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>>>() {};

    private static final JsonType<Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>>> GIVE_MAP_RESULT = new JsonType<Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>>>() {};

    private static final Endpoint GIVE_OPTIONAL = Endpoint.of("matrix", "MatrixApi.giveOptional", "GET /matrix/optional", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<String> GIVE_OPTIONAL_RESULT = new JsonType<String>() {};

    private static final Endpoint GIVE_NULLABLE = Endpoint.of("matrix", "MatrixApi.giveNullable", "GET /matrix/nullable", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<Integer> GIVE_NULLABLE_RESULT = new JsonType<Integer>() {};

    private static final Endpoint GIVE_OPTIONAL_BODY = Endpoint.of("matrix", "MatrixApi.giveOptionalBody", "POST /matrix/optional-body", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<MatrixApi.Thing> GIVE_OPTIONAL_BODY_BODY = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_OPTIONAL_BODY_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final Endpoint GIVE_PAGE = Endpoint.of("matrix", "MatrixApi.givePage", "GET /matrix/page", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<List<MatrixApi.Thing>> GIVE_PAGE_RESULT = new JsonType<List<MatrixApi.Thing>>() {};

    private static final Endpoint GIVE_REPLY = Endpoint.of("matrix", "MatrixApi.giveReply", "POST /matrix/reply", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<MatrixApi.Thing> GIVE_REPLY_BODY = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_REPLY_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final Endpoint GIVE_PREPARED = Endpoint.of("matrix", "MatrixApi.givePrepared", "GET /matrix/prepared", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<List<Integer>> GIVE_PREPARED_RESULT = new JsonType<List<Integer>>() {};

    private static final Endpoint GIVE_LINES = Endpoint.of("matrix", "MatrixApi.giveLines", "GET /matrix/lines/{count}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<MatrixApi.Thing> GIVE_LINES_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final Endpoint GIVE_EVENTS = Endpoint.of("matrix", "MatrixApi.giveEvents", "GET /matrix/events/{count}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<MatrixApi.Box<Integer>> GIVE_EVENTS_RESULT = new JsonType<MatrixApi.Box<Integer>>() {};

    private static final Endpoint GIVE_MANY = Endpoint.of("matrix", "MatrixApi.giveMany", "GET /matrix/many", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<List<String>> GIVE_MANY_RESULT = new JsonType<List<String>>() {};

    private static final Endpoint GIVE_EXPLODED = Endpoint.of("matrix", "MatrixApi.giveExploded", "GET /matrix/exploded", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<String> GIVE_EXPLODED_RESULT = new JsonType<String>() {};

    private static final Endpoint GIVE_FORM = Endpoint.of("matrix", "MatrixApi.giveForm", "POST /matrix/form", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<String> GIVE_FORM_RESULT = new JsonType<String>() {};

    private static final Endpoint GIVE_HEADERS = Endpoint.of("matrix", "MatrixApi.giveHeaders", "GET /matrix/headers", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<List<String>> GIVE_HEADERS_RESULT = new JsonType<List<String>>() {};

    private static final Endpoint GIVE_PATH = Endpoint.of("matrix", "MatrixApi.givePath", "GET /matrix/files/{bucket}/{rest:+}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<List<String>> GIVE_PATH_RESULT = new JsonType<List<String>>() {};

    private static final Endpoint GIVE_SCALAR_BODY = Endpoint.of("matrix", "MatrixApi.giveScalarBody", "PUT /matrix/scalar", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<String> GIVE_SCALAR_BODY_BODY = new JsonType<String>() {};

    private static final JsonType<String> GIVE_SCALAR_BODY_RESULT = new JsonType<String>() {};

    private static final Endpoint GIVE_ANY = Endpoint.of("matrix", "MatrixApi.giveAny", "POST /matrix/any", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<MatrixApi.Thing> GIVE_ANY_BODY = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_ANY_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final Endpoint BUY = Endpoint.of("matrix", "MatrixApi.buy", "POST /matrix/sale/{item}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)).attempts(3));

    private static final JsonType<Integer> BUY_RESULT = new JsonType<Integer>() {};

    private static final Endpoint PRICE = Endpoint.of("matrix", "MatrixApi.price", "GET /matrix/price/{item}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofMillis(300)).perTry(Duration.ofMillis(100)).hedgeAfter(Duration.ofMillis(50)));

    private static final JsonType<BigDecimal> PRICE_RESULT = new JsonType<BigDecimal>() {};

    private static final Endpoint TIDY_ATTIC = Endpoint.of("matrix", "MatrixApi.tidyAttic", "DELETE /matrix/attic", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final Endpoint OVERLOAD = Endpoint.of("matrix", "MatrixApi.overload", "GET /matrix/overload/number/{value}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<String> OVERLOAD_RESULT = new JsonType<String>() {};

    private static final Endpoint OVERLOAD2 = Endpoint.of("matrix", "MatrixApi.overload2", "GET /matrix/overload/text/{value}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<String> OVERLOAD2_RESULT = new JsonType<String>() {};

    private static final Endpoint PATCH = Endpoint.of("matrix", "MatrixApi.patch", "PATCH /matrix/things/{id}", false)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<Map<String, Object>> PATCH_BODY = new JsonType<Map<String, Object>>() {};

    private static final JsonType<MatrixApi.Thing> PATCH_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final Endpoint FIND = Endpoint.of("matrix", "MatrixApi.find", "GET /matrix/found/{key}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<MatrixApi.Thing> FIND_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final Endpoint UNICODE = Endpoint.of("matrix", "MatrixApi.unicode", "GET /matrix/unicode/{größe}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<String> UNICODE_RESULT = new JsonType<String>() {};

    private static final Endpoint OLD = Endpoint.of("matrix", "MatrixApi.old", "GET /matrix/old", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<Integer> OLD_RESULT = new JsonType<Integer>() {};

    private static final Endpoint KEEP = Endpoint.of("matrix", "MatrixApi.keep", "PUT /matrix/things/{id}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private static final JsonType<MatrixApi.Thing> KEEP_BODY = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> KEEP_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final Endpoint FORGET = Endpoint.of("matrix", "MatrixApi.forget", "DELETE /matrix/things/{id}", true)
            .with(Endpoint.Policy.UNSET.timeout(Duration.ofSeconds(5)));

    private final Caller caller;

    public MatrixApiClient(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void nothing() {
        caller.call(NOTHING)
                .path("/matrix/nothing")
                .done();
    }

    @Override
    public int giveInt(int value) {
        return caller.call(GIVE_INT)
                .path("/matrix/int/")
                .segment("value", value)
                .value(GIVE_INT_RESULT);
    }

    @Override
    public long giveLong(long value, long most) {
        return caller.call(GIVE_LONG)
                .path("/matrix/long/")
                .segment("value", value)
                .query("most", most)
                .value(GIVE_LONG_RESULT);
    }

    @Override
    public boolean giveBoolean(boolean value) {
        return caller.call(GIVE_BOOLEAN)
                .path("/matrix/boolean/")
                .segment("value", value)
                .value(GIVE_BOOLEAN_RESULT);
    }

    @Override
    public double giveDouble(double value) {
        return caller.call(GIVE_DOUBLE)
                .path("/matrix/double/")
                .segment("value", value)
                .value(GIVE_DOUBLE_RESULT);
    }

    @Override
    public float giveSmall(byte a, short b, char c, float d) {
        return caller.call(GIVE_SMALL)
                .path("/matrix/small/")
                .segment("a", a)
                .path("/")
                .segment("b", b)
                .path("/")
                .segment("c", c)
                .path("/")
                .segment("d", d)
                .value(GIVE_SMALL_RESULT);
    }

    @Override
    public Integer giveBoxed(Integer value) {
        return caller.call(GIVE_BOXED)
                .path("/matrix/boxed/")
                .segment("value", value)
                .value(GIVE_BOXED_RESULT);
    }

    @Override
    public String giveText(String value) {
        return caller.call(GIVE_TEXT)
                .path("/matrix/text")
                .query("value", value)
                .value(GIVE_TEXT_RESULT);
    }

    @Override
    public BigDecimal giveDecimal(BigDecimal value, BigDecimal step, BigInteger count) {
        return caller.call(GIVE_DECIMAL)
                .path("/matrix/decimal/")
                .segment("value", value)
                .query("step", step)
                .query("count", count)
                .value(GIVE_DECIMAL_RESULT);
    }

    @Override
    public UUID giveUuid(UUID value, URI uri) {
        return caller.call(GIVE_UUID)
                .path("/matrix/uuid/")
                .segment("value", value)
                .query("uri", uri)
                .value(GIVE_UUID_RESULT);
    }

    @Override
    public List<String> giveTimes(Instant instant, OffsetDateTime offset, LocalDateTime local,
            LocalDate day) {
        return caller.call(GIVE_TIMES)
                .path("/matrix/times")
                .query("instant", instant)
                .query("offset", offset)
                .query("local", local)
                .query("day", day)
                .value(GIVE_TIMES_RESULT);
    }

    @Override
    public Map<String, String> giveClock(LocalTime time, Duration wait) {
        return caller.call(GIVE_CLOCK)
                .path("/matrix/clock")
                .query("time", time)
                .query("wait", wait)
                .value(GIVE_CLOCK_RESULT);
    }

    @Override
    public MatrixApi.Colour giveEnum(MatrixApi.Colour value, MatrixApi.Colour other) {
        return caller.call(GIVE_ENUM)
                .path("/matrix/enum/")
                .segment("value", value)
                .query("other", other)
                .value(GIVE_ENUM_RESULT);
    }

    @Override
    public byte[] giveBytes(byte[] bytes) {
        return caller.call(GIVE_BYTES)
                .path("/matrix/bytes")
                .bytes(bytes)
                .raw();
    }

    @Override
    public InputStream giveStream(InputStream bytes) {
        return caller.call(GIVE_STREAM)
                .path("/matrix/stream")
                .stream(bytes)
                .rawStream();
    }

    @Override
    public MatrixApi.Thing giveRecord(MatrixApi.Thing thing) {
        return caller.call(GIVE_RECORD)
                .path("/matrix/record")
                .json(GIVE_RECORD_BODY, thing)
                .value(GIVE_RECORD_RESULT);
    }

    @Override
    public MatrixApi.Box<List<MatrixApi.Thing>> giveGeneric(
            MatrixApi.Box<List<MatrixApi.Thing>> box) {
        return caller.call(GIVE_GENERIC)
                .path("/matrix/generic")
                .json(GIVE_GENERIC_BODY, box)
                .value(GIVE_GENERIC_RESULT);
    }

    @Override
    public MatrixApi.Figure giveSealed(MatrixApi.Figure figure) {
        return caller.call(GIVE_SEALED)
                .path("/matrix/sealed")
                .json(GIVE_SEALED_BODY, figure)
                .value(GIVE_SEALED_RESULT);
    }

    @Override
    public List<MatrixApi.Thing> giveList(List<MatrixApi.Thing> things) {
        return caller.call(GIVE_LIST)
                .path("/matrix/list")
                .json(GIVE_LIST_BODY, things)
                .value(GIVE_LIST_RESULT);
    }

    @Override
    public Set<MatrixApi.Colour> giveSet(Set<MatrixApi.Colour> colours) {
        return caller.call(GIVE_SET)
                .path("/matrix/set")
                .json(GIVE_SET_BODY, colours)
                .value(GIVE_SET_RESULT);
    }

    @Override
    public Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>> giveMap(
            Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>> map) {
        return caller.call(GIVE_MAP)
                .path("/matrix/map")
                .json(GIVE_MAP_BODY, map)
                .value(GIVE_MAP_RESULT);
    }

    @Override
    public Optional<String> giveOptional(Optional<String> value) {
        return caller.call(GIVE_OPTIONAL)
                .path("/matrix/optional")
                .query("value", value)
                .optional(GIVE_OPTIONAL_RESULT);
    }

    @Override
    public Optional<Integer> giveNullable(@Nullable Integer value) {
        return caller.call(GIVE_NULLABLE)
                .path("/matrix/nullable")
                .query("value", value)
                .optional(GIVE_NULLABLE_RESULT);
    }

    @Override
    public Optional<MatrixApi.Thing> giveOptionalBody(Optional<MatrixApi.Thing> thing) {
        Call call = caller.call(GIVE_OPTIONAL_BODY)
                .path("/matrix/optional-body");
        thing.ifPresent(body -> call.json(GIVE_OPTIONAL_BODY_BODY, body));
        return call.optional(GIVE_OPTIONAL_BODY_RESULT);
    }

    @Override
    public Page<MatrixApi.Thing> givePage(int page, int limit) {
        return caller.call(GIVE_PAGE)
                .path("/matrix/page")
                .query("page", page)
                .query("limit", limit)
                .page(GIVE_PAGE_RESULT);
    }

    @Override
    public Reply<MatrixApi.Thing> giveReply(MatrixApi.Thing thing) {
        return caller.call(GIVE_REPLY)
                .path("/matrix/reply")
                .json(GIVE_REPLY_BODY, thing)
                .reply(GIVE_REPLY_RESULT);
    }

    @Override
    public Prepared<List<Integer>> givePrepared() {
        return caller.call(GIVE_PREPARED)
                .path("/matrix/prepared")
                .prepared(GIVE_PREPARED_RESULT);
    }

    @Override
    public Stream<MatrixApi.Thing> giveLines(int count) {
        return caller.call(GIVE_LINES)
                .path("/matrix/lines/")
                .segment("count", count)
                .lines(GIVE_LINES_RESULT);
    }

    @Override
    public Events<MatrixApi.Box<Integer>> giveEvents(int count) {
        return caller.call(GIVE_EVENTS)
                .path("/matrix/events/")
                .segment("count", count)
                .events(GIVE_EVENTS_RESULT);
    }

    @Override
    public List<String> giveMany(List<String> words, Set<Integer> numbers,
            Map<String, String> all) {
        return caller.call(GIVE_MANY)
                .path("/matrix/many")
                .query("words", words)
                .query("numbers", numbers)
                .query("all", all)
                .value(GIVE_MANY_RESULT);
    }

    @Override
    public String giveExploded(MatrixApi.Filter filter) {
        return caller.call(GIVE_EXPLODED)
                .path("/matrix/exploded")
                .query("text", filter.text())
                .query("colours", filter.colours())
                .query("page", filter.page())
                .query("since", filter.since())
                .header("Accept-Language", filter.language())
                .value(GIVE_EXPLODED_RESULT);
    }

    @Override
    public String giveForm(MatrixApi.Filter filter, Optional<Integer> extra) {
        return caller.call(GIVE_FORM)
                .path("/matrix/form")
                .form("text", filter.text())
                .form("colours", filter.colours())
                .form("page", filter.page())
                .form("since", filter.since())
                .header("Accept-Language", filter.language())
                .form("extra_field", extra)
                .value(GIVE_FORM_RESULT);
    }

    @Override
    public List<String> giveHeaders(String requestId, List<String> tags,
            Optional<String> sessionId) {
        return caller.call(GIVE_HEADERS)
                .path("/matrix/headers")
                .header("Request-Id", requestId)
                .header("X-Tags", tags)
                .cookie("session_id", sessionId)
                .value(GIVE_HEADERS_RESULT);
    }

    @Override
    public List<String> givePath(String bucket, String file) {
        return caller.call(GIVE_PATH)
                .path("/matrix/files/")
                .encodedSegment("bucket", bucket)
                .path("/")
                .rest("rest", file)
                .value(GIVE_PATH_RESULT);
    }

    @Override
    public String giveScalarBody(String text, boolean upper) {
        return caller.call(GIVE_SCALAR_BODY)
                .path("/matrix/scalar")
                .json(GIVE_SCALAR_BODY_BODY, text)
                .query("upper_case", upper)
                .value(GIVE_SCALAR_BODY_RESULT);
    }

    @Override
    public MatrixApi.Thing giveAny(MatrixApi.Thing thing) {
        return caller.call(GIVE_ANY)
                .path("/matrix/any")
                .json(GIVE_ANY_BODY, thing)
                .value(GIVE_ANY_RESULT);
    }

    @Override
    public int buy(String item) {
        return caller.call(BUY)
                .path("/matrix/sale/")
                .segment("item", item)
                .hashKey(item)
                .failure("SOLD_OUT", MatrixApi.SoldOut::new)
                .value(BUY_RESULT);
    }

    @Override
    public BigDecimal price(String item) {
        try {
            return caller.call(PRICE)
                    .path("/matrix/price/")
                    .segment("item", item)
                    .value(PRICE_RESULT);
        } catch (ServiceException failure) {
            return switch (failure.status()) {
                case UNAVAILABLE, GATEWAY_TIMEOUT, BAD_GATEWAY -> lastPrice(item);
                default -> throw failure;
            };
        }
    }

    @Override
    public void tidyAttic(boolean deeply) {
        try {
            caller.call(TIDY_ATTIC)
                    .path("/matrix/attic")
                    .query("deeply", deeply)
                    .done();
        } catch (ServiceException failure) {
             switch (failure.status()) {
                case UNAVAILABLE, GATEWAY_TIMEOUT, BAD_GATEWAY -> leaveAttic(deeply);
                default -> throw failure;
            }
        }
    }

    @Override
    public String overload(int value) {
        return caller.call(OVERLOAD)
                .path("/matrix/overload/number/")
                .segment("value", value)
                .value(OVERLOAD_RESULT);
    }

    @Override
    public String overload(String value) {
        return caller.call(OVERLOAD2)
                .path("/matrix/overload/text/")
                .segment("value", value)
                .value(OVERLOAD2_RESULT);
    }

    @Override
    public MatrixApi.Thing patch(UUID id, Map<String, Object> changes) {
        return caller.call(PATCH)
                .path("/matrix/things/")
                .segment("id", id)
                .json(PATCH_BODY, changes)
                .value(PATCH_RESULT);
    }

    @Override
    public Optional<MatrixApi.Thing> find(UUID key) {
        return caller.call(FIND)
                .path("/matrix/found/")
                .segment("key", key)
                .optional(FIND_RESULT);
    }

    @Override
    public String unicode(int größe, String 名前, String fun, String when) {
        return caller.call(UNICODE)
                .path("/matrix/unicode/")
                .segment("größe", größe)
                .query("名前", 名前)
                .query("fun", fun)
                .query("when", when)
                .value(UNICODE_RESULT);
    }

    @Override
    @Deprecated
    public int old() {
        return caller.call(OLD)
                .path("/matrix/old")
                .value(OLD_RESULT);
    }

    @Override
    public MatrixApi.Thing keep(UUID id, MatrixApi.Thing thing) {
        return caller.call(KEEP)
                .path("/matrix/things/")
                .segment("id", id)
                .json(KEEP_BODY, thing)
                .value(KEEP_RESULT);
    }

    @Override
    public void forget(UUID id) {
        caller.call(FORGET)
                .path("/matrix/things/")
                .segment("id", id)
                .done();
    }
}
