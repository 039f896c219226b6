package io.heddle.kit.matrix;

import io.heddle.contract.text.Scalar;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.server.Exchange;
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

    private static final JsonType<String> CLASH_RESULT = new JsonType<String>() {};

    private static final JsonType<String> UNICODE_RESULT = new JsonType<String>() {};

    private static final JsonType<Integer> THIRTY_RESULT = new JsonType<Integer>() {};

    private static final JsonType<Integer> OLD_RESULT = new JsonType<Integer>() {};

    private static final JsonType<MatrixApi.Thing> KEEP_BODY = new JsonType<MatrixApi.Thing>() {};

    private static final JsonType<MatrixApi.Thing> KEEP_RESULT = new JsonType<MatrixApi.Thing>() {};

    private final MatrixApi api2;

    public MatrixApiRoutes(MatrixApi api2) {
        this.api2 = api2;
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
        router.add("GET", "/matrix/clash/{caller}/{call}/{exchange}/{api}", "MatrixApi.clash", this::clash);
        router.add("GET", "/matrix/unicode/{größe}", "MatrixApi.unicode", this::unicode);
        router.add("GET", "/matrix/thirty", "MatrixApi.thirty", this::thirty);
        router.add("GET", "/matrix/old", "MatrixApi.old", this::old);
        router.add("PUT", "/matrix/things/{id}", "MatrixApi.keep", this::keep);
        router.add("DELETE", "/matrix/things/{id}", "MatrixApi.forget", this::forget);
    }

    private void nothing(Exchange exchange2) {
        api2.nothing();
        exchange2.done();
    }

    private void giveInt(Exchange exchange2) {
        int value = exchange2.path().one("value", Scalar.INT);
        exchange2.value(GIVE_INT_RESULT, api2.giveInt(value));
    }

    private void giveLong(Exchange exchange2) {
        long value = exchange2.path().one("value", Scalar.LONG);
        long most = exchange2.query().or("most", Scalar.LONG, 9223372036854775807L);
        exchange2.value(GIVE_LONG_RESULT, api2.giveLong(value, most));
    }

    private void giveBoolean(Exchange exchange2) {
        boolean value = exchange2.path().one("value", Scalar.BOOLEAN);
        exchange2.value(GIVE_BOOLEAN_RESULT, api2.giveBoolean(value));
    }

    private void giveDouble(Exchange exchange2) {
        double value = exchange2.path().one("value", Scalar.DOUBLE);
        exchange2.value(GIVE_DOUBLE_RESULT, api2.giveDouble(value));
    }

    private void giveSmall(Exchange exchange2) {
        byte a = exchange2.path().one("a", Scalar.BYTE);
        short b = exchange2.path().one("b", Scalar.SHORT);
        char c = exchange2.path().one("c", Scalar.CHAR);
        float d = exchange2.path().one("d", Scalar.FLOAT);
        exchange2.value(GIVE_SMALL_RESULT, api2.giveSmall(a, b, c, d));
    }

    private void giveBoxed(Exchange exchange2) {
        Integer value = exchange2.path().one("value", Scalar.INT);
        exchange2.value(GIVE_BOXED_RESULT, api2.giveBoxed(value));
    }

    private void giveText(Exchange exchange2) {
        String value = exchange2.query().one("value", Scalar.STRING);
        exchange2.value(GIVE_TEXT_RESULT, api2.giveText(value));
    }

    private void giveDecimal(Exchange exchange2) {
        BigDecimal value = exchange2.path().one("value", Scalar.DECIMAL);
        BigDecimal step = exchange2.query().or("step", Scalar.DECIMAL, GIVE_DECIMAL_STEP_DEFAULT);
        BigInteger count = exchange2.query().one("count", Scalar.BIG_INTEGER);
        exchange2.value(GIVE_DECIMAL_RESULT, api2.giveDecimal(value, step, count));
    }

    private void giveUuid(Exchange exchange2) {
        UUID value = exchange2.path().one("value", Scalar.UUID);
        URI uri = exchange2.query().one("uri", Scalar.URI);
        exchange2.value(GIVE_UUID_RESULT, api2.giveUuid(value, uri));
    }

    private void giveTimes(Exchange exchange2) {
        Instant instant = exchange2.query().one("instant", Scalar.INSTANT);
        OffsetDateTime offset = exchange2.query().one("offset", Scalar.OFFSET_DATE_TIME);
        LocalDateTime local = exchange2.query().one("local", Scalar.LOCAL_DATE_TIME);
        LocalDate day = exchange2.query().one("day", Scalar.LOCAL_DATE);
        exchange2.value(GIVE_TIMES_RESULT, api2.giveTimes(instant, offset, local, day));
    }

    private void giveClock(Exchange exchange2) {
        LocalTime time = exchange2.query().one("time", Scalar.LOCAL_TIME);
        Duration wait = exchange2.query().or("wait", Scalar.DURATION, GIVE_CLOCK_WAIT_DEFAULT);
        exchange2.value(GIVE_CLOCK_RESULT, api2.giveClock(time, wait));
    }

    private void giveEnum(Exchange exchange2) {
        MatrixApi.Colour value = exchange2.path().one("value", COLOUR);
        MatrixApi.Colour other = exchange2.query().or("other", COLOUR, GIVE_ENUM_OTHER_DEFAULT);
        exchange2.value(GIVE_ENUM_RESULT, api2.giveEnum(value, other));
    }

    private void giveBytes(Exchange exchange2) {
        byte[] bytes = exchange2.bytes();
        exchange2.raw(200, "application/octet-stream", api2.giveBytes(bytes));
    }

    private void giveStream(Exchange exchange2) {
        InputStream bytes = exchange2.stream();
        exchange2.raw(200, "application/octet-stream", api2.giveStream(bytes));
    }

    private void giveRecord(Exchange exchange2) {
        MatrixApi.Thing thing = exchange2.body(GIVE_RECORD_BODY);
        exchange2.value(GIVE_RECORD_RESULT, api2.giveRecord(thing));
    }

    private void giveGeneric(Exchange exchange2) {
        MatrixApi.Box<List<MatrixApi.Thing>> box = exchange2.body(GIVE_GENERIC_BODY);
        exchange2.value(GIVE_GENERIC_RESULT, api2.giveGeneric(box));
    }

    private void giveSealed(Exchange exchange2) {
        MatrixApi.Figure figure = exchange2.body(GIVE_SEALED_BODY);
        exchange2.value(GIVE_SEALED_RESULT, api2.giveSealed(figure));
    }

    private void giveList(Exchange exchange2) {
        List<MatrixApi.Thing> things = exchange2.body(GIVE_LIST_BODY);
        exchange2.value(GIVE_LIST_RESULT, api2.giveList(things));
    }

    private void giveSet(Exchange exchange2) {
        Set<MatrixApi.Colour> colours = exchange2.body(GIVE_SET_BODY);
        exchange2.value(GIVE_SET_RESULT, api2.giveSet(colours));
    }

    private void giveMap(Exchange exchange2) {
        Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>> map = exchange2.body(GIVE_MAP_BODY);
        exchange2.value(GIVE_MAP_RESULT, api2.giveMap(map));
    }

    private void giveOptional(Exchange exchange2) {
        Optional<String> value = exchange2.query().optional("value", Scalar.STRING);
        exchange2.optional(GIVE_OPTIONAL_RESULT, api2.giveOptional(value));
    }

    private void giveNullable(Exchange exchange2) {
        @Nullable Integer value = exchange2.query().optional("value", Scalar.INT).orElse(null);
        exchange2.optional(GIVE_NULLABLE_RESULT, api2.giveNullable(value));
    }

    private void giveOptionalBody(Exchange exchange2) {
        Optional<MatrixApi.Thing> thing = exchange2.optionalBody(GIVE_OPTIONAL_BODY_BODY);
        exchange2.optional(GIVE_OPTIONAL_BODY_RESULT, api2.giveOptionalBody(thing));
    }

    private void givePage(Exchange exchange2) {
        int page = exchange2.query().or("page", Scalar.INT, 1);
        int limit = exchange2.query().or("limit", Scalar.INT, 20);
        exchange2.page(GIVE_PAGE_RESULT, api2.givePage(page, limit));
    }

    private void giveReply(Exchange exchange2) {
        MatrixApi.Thing thing = exchange2.body(GIVE_REPLY_BODY);
        exchange2.reply(GIVE_REPLY_RESULT, api2.giveReply(thing));
    }

    private void givePrepared(Exchange exchange2) {
        exchange2.prepared(api2.givePrepared());
    }

    private void giveLines(Exchange exchange2) {
        int count = exchange2.path().one("count", Scalar.INT);
        exchange2.lines(GIVE_LINES_RESULT, api2.giveLines(count));
    }

    private void giveEvents(Exchange exchange2) {
        int count = exchange2.path().one("count", Scalar.INT);
        exchange2.events(GIVE_EVENTS_RESULT, api2.giveEvents(count));
    }

    private void giveMany(Exchange exchange2) {
        List<String> words = exchange2.query().list("words", Scalar.STRING);
        Set<Integer> numbers = new LinkedHashSet<>(exchange2.query().list("numbers", Scalar.INT));
        Map<String, String> all = exchange2.query().map();
        exchange2.value(GIVE_MANY_RESULT, api2.giveMany(words, numbers, all));
    }

    private void giveExploded(Exchange exchange2) {
        MatrixApi.Filter filter = new MatrixApi.Filter(
                exchange2.query().one("text", Scalar.STRING),
                exchange2.query().list("colours", COLOUR),
                exchange2.query().or("page", Scalar.INT, 1),
                exchange2.query().optional("since", Scalar.LOCAL_DATE),
                exchange2.headers().or("Accept-Language", Scalar.STRING, "en"));
        exchange2.value(GIVE_EXPLODED_RESULT, api2.giveExploded(filter));
    }

    private void giveForm(Exchange exchange2) {
        MatrixApi.Filter filter = new MatrixApi.Filter(
                exchange2.form().one("text", Scalar.STRING),
                exchange2.form().list("colours", COLOUR),
                exchange2.form().or("page", Scalar.INT, 1),
                exchange2.form().optional("since", Scalar.LOCAL_DATE),
                exchange2.headers().or("Accept-Language", Scalar.STRING, "en"));
        Optional<Integer> extra = exchange2.form().optional("extra_field", Scalar.INT);
        exchange2.value(GIVE_FORM_RESULT, api2.giveForm(filter, extra));
    }

    private void giveHeaders(Exchange exchange2) {
        String requestId = exchange2.headers().one("Request-Id", Scalar.STRING);
        List<String> tags = exchange2.headers().list("X-Tags", Scalar.STRING);
        Optional<String> sessionId = exchange2.cookies().optional("session_id", Scalar.STRING);
        exchange2.value(GIVE_HEADERS_RESULT, api2.giveHeaders(requestId, tags, sessionId));
    }

    private void givePath(Exchange exchange2) {
        String bucket = exchange2.path().one("bucket", Scalar.STRING);
        String file = exchange2.path().one("rest", Scalar.STRING);
        exchange2.value(GIVE_PATH_RESULT, api2.givePath(bucket, file));
    }

    private void giveScalarBody(Exchange exchange2) {
        String text = exchange2.body(GIVE_SCALAR_BODY_BODY);
        boolean upper = exchange2.query().one("upper_case", Scalar.BOOLEAN);
        exchange2.value(GIVE_SCALAR_BODY_RESULT, api2.giveScalarBody(text, upper));
    }

    private void giveAny(Exchange exchange2) {
        MatrixApi.Thing thing = exchange2.bodyOfAnyType(GIVE_ANY_BODY);
        exchange2.value(GIVE_ANY_RESULT, api2.giveAny(thing));
    }

    private void buy(Exchange exchange2) {
        String item = exchange2.path().one("item", Scalar.STRING);
        exchange2.value(BUY_RESULT, api2.buy(item));
    }

    private void price(Exchange exchange2) {
        String item = exchange2.path().one("item", Scalar.STRING);
        exchange2.value(PRICE_RESULT, api2.price(item));
    }

    private void tidyAttic(Exchange exchange2) {
        boolean deeply = exchange2.query().or("deeply", Scalar.BOOLEAN, true);
        api2.tidyAttic(deeply);
        exchange2.done();
    }

    private void overload(Exchange exchange2) {
        int value = exchange2.path().one("value", Scalar.INT);
        exchange2.value(OVERLOAD_RESULT, api2.overload(value));
    }

    private void overload2(Exchange exchange2) {
        String value = exchange2.path().one("value", Scalar.STRING);
        exchange2.value(OVERLOAD2_RESULT, api2.overload(value));
    }

    private void patch(Exchange exchange2) {
        UUID id = exchange2.path().one("id", Scalar.UUID);
        Map<String, Object> changes = exchange2.body(PATCH_BODY);
        exchange2.value(PATCH_RESULT, api2.patch(id, changes));
    }

    private void find(Exchange exchange2) {
        UUID key = exchange2.path().one("key", Scalar.UUID);
        exchange2.optional(FIND_RESULT, api2.find(key));
    }

    private void clash(Exchange exchange2) {
        String caller = exchange2.path().one("caller", Scalar.STRING);
        String call = exchange2.path().one("call", Scalar.STRING);
        String exchange = exchange2.path().one("exchange", Scalar.STRING);
        String api = exchange2.path().one("api", Scalar.STRING);
        MatrixApi.Clash rest = new MatrixApi.Clash(
                exchange2.query().or("router", Scalar.INT, 1),
                exchange2.query().or("answer", Scalar.INT, 2),
                exchange2.query().or("failure", Scalar.INT, 3),
                exchange2.query().or("body", Scalar.INT, 4));
        exchange2.value(CLASH_RESULT, api2.clash(caller, call, exchange, api, rest));
    }

    private void unicode(Exchange exchange2) {
        int größe = exchange2.path().one("größe", Scalar.INT);
        String 名前 = exchange2.query().one("名前", Scalar.STRING);
        String fun = exchange2.query().one("fun", Scalar.STRING);
        String when = exchange2.query().one("when", Scalar.STRING);
        exchange2.value(UNICODE_RESULT, api2.unicode(größe, 名前, fun, when));
    }

    private void thirty(Exchange exchange2) {
        int a0 = exchange2.query().one("a0", Scalar.INT);
        int a1 = exchange2.query().one("a1", Scalar.INT);
        int a2 = exchange2.query().one("a2", Scalar.INT);
        int a3 = exchange2.query().one("a3", Scalar.INT);
        int a4 = exchange2.query().one("a4", Scalar.INT);
        int a5 = exchange2.query().one("a5", Scalar.INT);
        int a6 = exchange2.query().one("a6", Scalar.INT);
        int a7 = exchange2.query().one("a7", Scalar.INT);
        int a8 = exchange2.query().one("a8", Scalar.INT);
        int a9 = exchange2.query().one("a9", Scalar.INT);
        int b0 = exchange2.query().one("b0", Scalar.INT);
        int b1 = exchange2.query().one("b1", Scalar.INT);
        int b2 = exchange2.query().one("b2", Scalar.INT);
        int b3 = exchange2.query().one("b3", Scalar.INT);
        int b4 = exchange2.query().one("b4", Scalar.INT);
        int b5 = exchange2.query().one("b5", Scalar.INT);
        int b6 = exchange2.query().one("b6", Scalar.INT);
        int b7 = exchange2.query().one("b7", Scalar.INT);
        int b8 = exchange2.query().one("b8", Scalar.INT);
        int b9 = exchange2.query().one("b9", Scalar.INT);
        int c0 = exchange2.query().one("c0", Scalar.INT);
        int c1 = exchange2.query().one("c1", Scalar.INT);
        int c2 = exchange2.query().one("c2", Scalar.INT);
        int c3 = exchange2.query().one("c3", Scalar.INT);
        int c4 = exchange2.query().one("c4", Scalar.INT);
        int c5 = exchange2.query().one("c5", Scalar.INT);
        int c6 = exchange2.query().one("c6", Scalar.INT);
        int c7 = exchange2.query().one("c7", Scalar.INT);
        int c8 = exchange2.query().one("c8", Scalar.INT);
        int c9 = exchange2.query().one("c9", Scalar.INT);
        exchange2.value(THIRTY_RESULT, api2.thirty(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9));
    }

    @Deprecated
    private void old(Exchange exchange2) {
        exchange2.value(OLD_RESULT, api2.old());
    }

    private void keep(Exchange exchange2) {
        UUID id = exchange2.path().one("id", Scalar.UUID);
        MatrixApi.Thing thing = exchange2.body(KEEP_BODY);
        exchange2.value(KEEP_RESULT, api2.keep(id, thing));
    }

    private void forget(Exchange exchange2) {
        UUID id = exchange2.path().one("id", Scalar.UUID);
        api2.forget(id);
        exchange2.done();
    }
}
