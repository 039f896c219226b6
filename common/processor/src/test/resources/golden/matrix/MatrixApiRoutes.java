package io.heddle.kit.matrix;

import io.heddle.contract.text.Scalar;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Fields;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Serves MatrixApi over HTTP.
 */
@Generated("io.heddle.processor")
public final class MatrixApiRoutes implements Routes {
    private static final JsonType<Integer> GIVE_INT_RESULT = new JsonType<Integer>() {};

    private static final JsonType<Long> GIVE_LONG_RESULT = new JsonType<Long>() {};

    private static final JsonType<Boolean> GIVE_BOOLEAN_RESULT = new JsonType<Boolean>() {};

    private static final JsonType<Double> GIVE_DOUBLE_RESULT = new JsonType<Double>() {};

    private static final JsonType<Float> GIVE_SMALL_RESULT = new JsonType<Float>() {};

    private static final JsonType<Integer> GIVE_BOXED_RESULT = new JsonType<Integer>() {};

    private static final JsonType<String> GIVE_TEXT_RESULT = new JsonType<String>() {};

    private static final BigDecimal GIVE_DECIMAL_STEP_DEFAULT = Scalar.DECIMAL.parse("0.5");

    private static final JsonType<BigDecimal> GIVE_DECIMAL_RESULT = new JsonType<BigDecimal>() {};

    private static final JsonType<UUID> GIVE_UUID_RESULT = new JsonType<UUID>() {};

    private static final JsonType<List<String>> GIVE_TIMES_RESULT = new JsonType<List<String>>() {};

    private static final Duration GIVE_CLOCK_WAIT_DEFAULT = Scalar.DURATION.parse("2s");

    private static final JsonType<Map<String, String>> GIVE_CLOCK_RESULT = new JsonType<Map<String, String>>() {};

    private static final Scalar<MatrixApi.Colour> COLOUR = Scalar.ofEnum(MatrixApi.Colour.class);

    private static final MatrixApi.Colour GIVE_ENUM_OTHER_DEFAULT = COLOUR.parse("GREEN");

    private static final JsonType<MatrixApi.Colour> GIVE_ENUM_RESULT = new JsonType<MatrixApi.Colour>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_RECORD_BODY = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_RECORD_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Box<List<MatrixApi.Thing>>> GIVE_GENERIC_BODY = new JsonType<MatrixApi.Box<List<MatrixApi.Thing>>>() {};

    private static final JsonType<MatrixApi.Box<List<MatrixApi.Thing>>> GIVE_GENERIC_RESULT = new JsonType<MatrixApi.Box<List<MatrixApi.Thing>>>() {};

    private static final JsonType<MatrixApi.Figure> GIVE_SEALED_BODY = new JsonType<MatrixApi.Figure>() {};

    private static final JsonType<MatrixApi.Figure> GIVE_SEALED_RESULT = new JsonType<MatrixApi.Figure>() {};

    private static final JsonType<List<MatrixApi.Thing>> GIVE_LIST_BODY = new JsonType<List<MatrixApi.Thing>>() {};

    private static final JsonType<List<MatrixApi.Thing>> GIVE_LIST_RESULT = new JsonType<List<MatrixApi.Thing>>() {};

    private static final JsonType<Set<MatrixApi.Colour>> GIVE_SET_BODY = new JsonType<Set<MatrixApi.Colour>>() {};

    private static final JsonType<Set<MatrixApi.Colour>> GIVE_SET_RESULT = new JsonType<Set<MatrixApi.Colour>>() {};

    private static final JsonType<Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>>> GIVE_MAP_BODY = new JsonType<Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>>>() {};

    private static final JsonType<Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>>> GIVE_MAP_RESULT = new JsonType<Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>>>() {};

    private static final JsonType<String> GIVE_OPTIONAL_RESULT = new JsonType<String>() {};

    private static final JsonType<Integer> GIVE_NULLABLE_RESULT = new JsonType<Integer>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_OPTIONAL_BODY_BODY = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_OPTIONAL_BODY_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<List<MatrixApi.Thing>> GIVE_PAGE_RESULT = new JsonType<List<MatrixApi.Thing>>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_REPLY_BODY = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_REPLY_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_LINES_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Box<Integer>> GIVE_EVENTS_RESULT = new JsonType<MatrixApi.Box<Integer>>() {};

    private static final JsonType<List<String>> GIVE_MANY_RESULT = new JsonType<List<String>>() {};

    private static final JsonType<String> GIVE_EXPLODED_RESULT = new JsonType<String>() {};

    private static final JsonType<String> GIVE_FORM_RESULT = new JsonType<String>() {};

    private static final JsonType<List<String>> GIVE_HEADERS_RESULT = new JsonType<List<String>>() {};

    private static final JsonType<List<String>> GIVE_PATH_RESULT = new JsonType<List<String>>() {};

    private static final JsonType<String> GIVE_SCALAR_BODY_BODY = new JsonType<String>() {};

    private static final JsonType<String> GIVE_SCALAR_BODY_RESULT = new JsonType<String>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_ANY_BODY = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> GIVE_ANY_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<Integer> BUY_RESULT = new JsonType<Integer>() {};

    private static final JsonType<BigDecimal> PRICE_RESULT = new JsonType<BigDecimal>() {};

    private static final JsonType<String> OVERLOAD_RESULT = new JsonType<String>() {};

    private static final JsonType<String> OVERLOAD2_RESULT = new JsonType<String>() {};

    private static final JsonType<Map<String, Object>> PATCH_BODY = new JsonType<Map<String, Object>>() {};

    private static final JsonType<MatrixApi.Thing> PATCH_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> FIND_RESULT = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<String> UNICODE_RESULT = new JsonType<String>() {};

    private static final JsonType<Integer> OLD_RESULT = new JsonType<Integer>() {};

    private static final JsonType<MatrixApi.Thing> KEEP_BODY = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> KEEP_RESULT = new JsonType<MatrixApi.Thing>() {};

    private final MatrixApi api;

    public MatrixApiRoutes(MatrixApi api) {
        this.api = api;
    }

    @Override
    public void addTo(Router router) {
        router.add("POST", "/matrix/nothing", "MatrixApi.nothing", this::nothing);
        router.add("GET", "/matrix/int/{value}", "MatrixApi.giveInt", this::giveInt);
        router.add("GET", "/matrix/long/{value}", "MatrixApi.giveLong", this::giveLong);
        router.add("GET", "/matrix/boolean/{value}", "MatrixApi.giveBoolean", this::giveBoolean);
        router.add("GET", "/matrix/double/{value}", "MatrixApi.giveDouble", this::giveDouble);
        router.add("GET", "/matrix/small/{a}/{b}/{c}/{d}", "MatrixApi.giveSmall", this::giveSmall);
        router.add("GET", "/matrix/boxed/{value}", "MatrixApi.giveBoxed", this::giveBoxed);
        router.add("GET", "/matrix/text", "MatrixApi.giveText", this::giveText);
        router.add("GET", "/matrix/decimal/{value}", "MatrixApi.giveDecimal", this::giveDecimal);
        router.add("GET", "/matrix/uuid/{value}", "MatrixApi.giveUuid", this::giveUuid);
        router.add("GET", "/matrix/times", "MatrixApi.giveTimes", this::giveTimes);
        router.add("GET", "/matrix/clock", "MatrixApi.giveClock", this::giveClock);
        router.add("GET", "/matrix/enum/{value}", "MatrixApi.giveEnum", this::giveEnum);
        router.add("POST", "/matrix/bytes", "MatrixApi.giveBytes", this::giveBytes);
        router.add("POST", "/matrix/stream", "MatrixApi.giveStream", this::giveStream);
        router.add("POST", "/matrix/record", "MatrixApi.giveRecord", this::giveRecord);
        router.add("POST", "/matrix/generic", "MatrixApi.giveGeneric", this::giveGeneric);
        router.add("POST", "/matrix/sealed", "MatrixApi.giveSealed", this::giveSealed);
        router.add("POST", "/matrix/list", "MatrixApi.giveList", this::giveList);
        router.add("POST", "/matrix/set", "MatrixApi.giveSet", this::giveSet);
        router.add("POST", "/matrix/map", "MatrixApi.giveMap", this::giveMap);
        router.add("GET", "/matrix/optional", "MatrixApi.giveOptional", this::giveOptional);
        router.add("GET", "/matrix/nullable", "MatrixApi.giveNullable", this::giveNullable);
        router.add("POST", "/matrix/optional-body", "MatrixApi.giveOptionalBody", this::giveOptionalBody);
        router.add("GET", "/matrix/page", "MatrixApi.givePage", this::givePage);
        router.add("POST", "/matrix/reply", "MatrixApi.giveReply", this::giveReply);
        router.add("GET", "/matrix/prepared", "MatrixApi.givePrepared", this::givePrepared);
        router.add("GET", "/matrix/lines/{count}", "MatrixApi.giveLines", this::giveLines);
        router.add("GET", "/matrix/events/{count}", "MatrixApi.giveEvents", this::giveEvents);
        router.add("GET", "/matrix/many", "MatrixApi.giveMany", this::giveMany);
        router.add("GET", "/matrix/exploded", "MatrixApi.giveExploded", this::giveExploded);
        router.add("POST", "/matrix/form", "MatrixApi.giveForm", this::giveForm);
        router.add("GET", "/matrix/headers", "MatrixApi.giveHeaders", this::giveHeaders);
        router.add("GET", "/matrix/files/{bucket}/{rest:+}", "MatrixApi.givePath", this::givePath);
        router.add("PUT", "/matrix/scalar", "MatrixApi.giveScalarBody", this::giveScalarBody);
        router.add("POST", "/matrix/any", "MatrixApi.giveAny", this::giveAny);
        router.add("POST", "/matrix/sale/{item}", "MatrixApi.buy", this::buy);
        router.add("GET", "/matrix/price/{item}", "MatrixApi.price", this::price);
        router.add("DELETE", "/matrix/attic", "MatrixApi.tidyAttic", this::tidyAttic);
        router.add("GET", "/matrix/overload/number/{value}", "MatrixApi.overload", this::overload);
        router.add("GET", "/matrix/overload/text/{value}", "MatrixApi.overload2", this::overload2);
        router.add("PATCH", "/matrix/things/{id}", "MatrixApi.patch", this::patch);
        router.add("GET", "/matrix/found/{key}", "MatrixApi.find", this::find);
        router.add("GET", "/matrix/unicode/{größe}", "MatrixApi.unicode", this::unicode);
        router.add("GET", "/matrix/old", "MatrixApi.old", this::old);
        router.add("PUT", "/matrix/things/{id}", "MatrixApi.keep", this::keep);
        router.add("DELETE", "/matrix/things/{id}", "MatrixApi.forget", this::forget);
    }

    private void nothing(Exchange exchange) {
        api.nothing();
        exchange.done();
    }

    private void giveInt(Exchange exchange) {
        int value = exchange.path().one("value", Scalar.INT);
        exchange.value(GIVE_INT_RESULT, api.giveInt(value));
    }

    private void giveLong(Exchange exchange) {
        long value = exchange.path().one("value", Scalar.LONG);
        long most = exchange.query().or("most", Scalar.LONG, 9223372036854775807L);
        exchange.value(GIVE_LONG_RESULT, api.giveLong(value, most));
    }

    private void giveBoolean(Exchange exchange) {
        boolean value = exchange.path().one("value", Scalar.BOOLEAN);
        exchange.value(GIVE_BOOLEAN_RESULT, api.giveBoolean(value));
    }

    private void giveDouble(Exchange exchange) {
        double value = exchange.path().one("value", Scalar.DOUBLE);
        exchange.value(GIVE_DOUBLE_RESULT, api.giveDouble(value));
    }

    private void giveSmall(Exchange exchange) {
        Fields path = exchange.path();
        byte a = path.one("a", Scalar.BYTE);
        short b = path.one("b", Scalar.SHORT);
        char c = path.one("c", Scalar.CHAR);
        float d = path.one("d", Scalar.FLOAT);
        exchange.value(GIVE_SMALL_RESULT, api.giveSmall(a, b, c, d));
    }

    private void giveBoxed(Exchange exchange) {
        Integer value = exchange.path().one("value", Scalar.INT);
        exchange.value(GIVE_BOXED_RESULT, api.giveBoxed(value));
    }

    private void giveText(Exchange exchange) {
        String value = exchange.query().one("value", Scalar.STRING);
        exchange.value(GIVE_TEXT_RESULT, api.giveText(value));
    }

    private void giveDecimal(Exchange exchange) {
        Fields query = exchange.query();
        BigDecimal value = exchange.path().one("value", Scalar.DECIMAL);
        BigDecimal step = query.or("step", Scalar.DECIMAL, GIVE_DECIMAL_STEP_DEFAULT);
        BigInteger count = query.one("count", Scalar.BIG_INTEGER);
        exchange.value(GIVE_DECIMAL_RESULT, api.giveDecimal(value, step, count));
    }

    private void giveUuid(Exchange exchange) {
        UUID value = exchange.path().one("value", Scalar.UUID);
        URI uri = exchange.query().one("uri", Scalar.URI);
        exchange.value(GIVE_UUID_RESULT, api.giveUuid(value, uri));
    }

    private void giveTimes(Exchange exchange) {
        Fields query = exchange.query();
        Instant instant = query.one("instant", Scalar.INSTANT);
        OffsetDateTime offset = query.one("offset", Scalar.OFFSET_DATE_TIME);
        LocalDateTime local = query.one("local", Scalar.LOCAL_DATE_TIME);
        LocalDate day = query.one("day", Scalar.LOCAL_DATE);
        exchange.value(GIVE_TIMES_RESULT, api.giveTimes(instant, offset, local, day));
    }

    private void giveClock(Exchange exchange) {
        Fields query = exchange.query();
        LocalTime time = query.one("time", Scalar.LOCAL_TIME);
        Duration wait = query.or("wait", Scalar.DURATION, GIVE_CLOCK_WAIT_DEFAULT);
        exchange.value(GIVE_CLOCK_RESULT, api.giveClock(time, wait));
    }

    private void giveEnum(Exchange exchange) {
        MatrixApi.Colour value = exchange.path().one("value", COLOUR);
        MatrixApi.Colour other = exchange.query().or("other", COLOUR, GIVE_ENUM_OTHER_DEFAULT);
        exchange.value(GIVE_ENUM_RESULT, api.giveEnum(value, other));
    }

    private void giveBytes(Exchange exchange) {
        byte[] bytes = exchange.bytes();
        exchange.raw(200, "application/octet-stream", api.giveBytes(bytes));
    }

    private void giveStream(Exchange exchange) {
        InputStream bytes = exchange.stream();
        exchange.raw(200, "application/octet-stream", api.giveStream(bytes));
    }

    private void giveRecord(Exchange exchange) {
        MatrixApi.Thing thing = exchange.body(GIVE_RECORD_BODY);
        exchange.value(GIVE_RECORD_RESULT, api.giveRecord(thing));
    }

    private void giveGeneric(Exchange exchange) {
        MatrixApi.Box<List<MatrixApi.Thing>> box = exchange.body(GIVE_GENERIC_BODY);
        exchange.value(GIVE_GENERIC_RESULT, api.giveGeneric(box));
    }

    private void giveSealed(Exchange exchange) {
        MatrixApi.Figure figure = exchange.body(GIVE_SEALED_BODY);
        exchange.value(GIVE_SEALED_RESULT, api.giveSealed(figure));
    }

    private void giveList(Exchange exchange) {
        List<MatrixApi.Thing> things = exchange.body(GIVE_LIST_BODY);
        exchange.value(GIVE_LIST_RESULT, api.giveList(things));
    }

    private void giveSet(Exchange exchange) {
        Set<MatrixApi.Colour> colours = exchange.body(GIVE_SET_BODY);
        exchange.value(GIVE_SET_RESULT, api.giveSet(colours));
    }

    private void giveMap(Exchange exchange) {
        Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>> map = exchange.body(GIVE_MAP_BODY);
        exchange.value(GIVE_MAP_RESULT, api.giveMap(map));
    }

    private void giveOptional(Exchange exchange) {
        Optional<String> value = exchange.query().optional("value", Scalar.STRING);
        exchange.optional(GIVE_OPTIONAL_RESULT, api.giveOptional(value));
    }

    private void giveNullable(Exchange exchange) {
        @Nullable Integer value = exchange.query().optional("value", Scalar.INT).orElse(null);
        exchange.optional(GIVE_NULLABLE_RESULT, api.giveNullable(value));
    }

    private void giveOptionalBody(Exchange exchange) {
        Optional<MatrixApi.Thing> thing = exchange.optionalBody(GIVE_OPTIONAL_BODY_BODY);
        exchange.optional(GIVE_OPTIONAL_BODY_RESULT, api.giveOptionalBody(thing));
    }

    private void givePage(Exchange exchange) {
        Fields query = exchange.query();
        int page = query.or("page", Scalar.INT, 1);
        int limit = query.or("limit", Scalar.INT, 20);
        exchange.page(GIVE_PAGE_RESULT, api.givePage(page, limit));
    }

    private void giveReply(Exchange exchange) {
        MatrixApi.Thing thing = exchange.body(GIVE_REPLY_BODY);
        exchange.reply(GIVE_REPLY_RESULT, api.giveReply(thing));
    }

    private void givePrepared(Exchange exchange) {
        exchange.prepared(api.givePrepared());
    }

    private void giveLines(Exchange exchange) {
        int count = exchange.path().one("count", Scalar.INT);
        exchange.lines(GIVE_LINES_RESULT, api.giveLines(count));
    }

    private void giveEvents(Exchange exchange) {
        int count = exchange.path().one("count", Scalar.INT);
        exchange.events(GIVE_EVENTS_RESULT, api.giveEvents(count));
    }

    private void giveMany(Exchange exchange) {
        Fields query = exchange.query();
        List<String> words = query.list("words", Scalar.STRING);
        Set<Integer> numbers = new LinkedHashSet<>(query.list("numbers", Scalar.INT));
        Map<String, String> all = query.map();
        exchange.value(GIVE_MANY_RESULT, api.giveMany(words, numbers, all));
    }

    private void giveExploded(Exchange exchange) {
        Fields query = exchange.query();
        MatrixApi.Filter filter = new MatrixApi.Filter(
                query.one("text", Scalar.STRING),
                query.list("colours", COLOUR),
                query.or("page", Scalar.INT, 1),
                query.optional("since", Scalar.LOCAL_DATE),
                exchange.headers().or("Accept-Language", Scalar.STRING, "en"));
        exchange.value(GIVE_EXPLODED_RESULT, api.giveExploded(filter));
    }

    private void giveForm(Exchange exchange) {
        Fields form = exchange.form();
        MatrixApi.Filter filter = new MatrixApi.Filter(
                form.one("text", Scalar.STRING),
                form.list("colours", COLOUR),
                form.or("page", Scalar.INT, 1),
                form.optional("since", Scalar.LOCAL_DATE),
                exchange.headers().or("Accept-Language", Scalar.STRING, "en"));
        Optional<Integer> extra = form.optional("extra_field", Scalar.INT);
        exchange.value(GIVE_FORM_RESULT, api.giveForm(filter, extra));
    }

    private void giveHeaders(Exchange exchange) {
        Fields headers = exchange.headers();
        String requestId = headers.one("Request-Id", Scalar.STRING);
        List<String> tags = headers.list("X-Tags", Scalar.STRING);
        Optional<String> sessionId = exchange.cookies().optional("session_id", Scalar.STRING);
        exchange.value(GIVE_HEADERS_RESULT, api.giveHeaders(requestId, tags, sessionId));
    }

    private void givePath(Exchange exchange) {
        Fields path = exchange.path();
        String bucket = path.one("bucket", Scalar.STRING);
        String file = path.one("rest", Scalar.STRING);
        exchange.value(GIVE_PATH_RESULT, api.givePath(bucket, file));
    }

    private void giveScalarBody(Exchange exchange) {
        String text = exchange.body(GIVE_SCALAR_BODY_BODY);
        boolean upper = exchange.query().one("upper_case", Scalar.BOOLEAN);
        exchange.value(GIVE_SCALAR_BODY_RESULT, api.giveScalarBody(text, upper));
    }

    private void giveAny(Exchange exchange) {
        MatrixApi.Thing thing = exchange.bodyOfAnyType(GIVE_ANY_BODY);
        exchange.value(GIVE_ANY_RESULT, api.giveAny(thing));
    }

    private void buy(Exchange exchange) {
        String item = exchange.path().one("item", Scalar.STRING);
        exchange.value(BUY_RESULT, api.buy(item));
    }

    private void price(Exchange exchange) {
        String item = exchange.path().one("item", Scalar.STRING);
        exchange.value(PRICE_RESULT, api.price(item));
    }

    private void tidyAttic(Exchange exchange) {
        boolean deeply = exchange.query().or("deeply", Scalar.BOOLEAN, true);
        api.tidyAttic(deeply);
        exchange.done();
    }

    private void overload(Exchange exchange) {
        int value = exchange.path().one("value", Scalar.INT);
        exchange.value(OVERLOAD_RESULT, api.overload(value));
    }

    private void overload2(Exchange exchange) {
        String value = exchange.path().one("value", Scalar.STRING);
        exchange.value(OVERLOAD2_RESULT, api.overload(value));
    }

    private void patch(Exchange exchange) {
        UUID id = exchange.path().one("id", Scalar.UUID);
        Map<String, Object> changes = exchange.body(PATCH_BODY);
        exchange.value(PATCH_RESULT, api.patch(id, changes));
    }

    private void find(Exchange exchange) {
        UUID key = exchange.path().one("key", Scalar.UUID);
        exchange.optional(FIND_RESULT, api.find(key));
    }

    private void unicode(Exchange exchange) {
        Fields query = exchange.query();
        int größe = exchange.path().one("größe", Scalar.INT);
        String 名前 = query.one("名前", Scalar.STRING);
        String fun = query.one("fun", Scalar.STRING);
        String when = query.one("when", Scalar.STRING);
        exchange.value(UNICODE_RESULT, api.unicode(größe, 名前, fun, when));
    }

    @Deprecated
    private void old(Exchange exchange) {
        exchange.value(OLD_RESULT, api.old());
    }

    private void keep(Exchange exchange) {
        UUID id = exchange.path().one("id", Scalar.UUID);
        MatrixApi.Thing thing = exchange.body(KEEP_BODY);
        exchange.value(KEEP_RESULT, api.keep(id, thing));
    }

    private void forget(Exchange exchange) {
        UUID id = exchange.path().one("id", Scalar.UUID);
        api.forget(id);
        exchange.done();
    }
}
