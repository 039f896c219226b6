package io.heddle.kit.matrix;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.heddle.contract.Delete;
import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Patch;
import io.heddle.contract.Post;
import io.heddle.contract.Put;
import io.heddle.contract.bind.Body;
import io.heddle.contract.bind.Cookie;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Form;
import io.heddle.contract.bind.HashKey;
import io.heddle.contract.bind.Header;
import io.heddle.contract.bind.Path;
import io.heddle.contract.bind.Query;
import io.heddle.contract.call.Fallback;
import io.heddle.contract.call.Hedged;
import io.heddle.contract.call.Idempotent;
import io.heddle.contract.call.Retry;
import io.heddle.contract.call.Timeout;
import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.reply.Reply;
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
import org.jspecify.annotations.Nullable;

/// Every type that a contract may take and give.
@HttpApi(value = "matrix", path = "/matrix")
@Timeout("5s")
public interface MatrixApi extends Crud<MatrixApi.Thing, UUID> {
    /// A colour.
    enum Colour {
        RED,
        GREEN
    }

    /// A thing.
    ///
    /// @param name what it is called
    /// @param madeAt when it was made
    /// @param price what it costs
    /// @param colour its colour, if it has one
    /// @param parts what it is made of
    record Thing(String name, Instant madeAt, BigDecimal price, Optional<Colour> colour, List<Thing> parts) {}

    /// A value and what belongs to it.
    ///
    /// @param <T> the type of the value
    /// @param value the value
    /// @param note a word about it
    record Box<T>(T value, Optional<String> note) {}

    /// A figure, one of two.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Square.class, name = "square")
    })
    sealed interface Figure {}

    /// A circle.
    ///
    /// @param radius its radius
    record Circle(double radius) implements Figure {}

    /// A square.
    ///
    /// @param sideLength the length of a side
    record Square(double sideLength) implements Figure {}

    /// What to look for.
    ///
    /// @param text the words
    /// @param colours any of these colours
    /// @param page the number of the page
    /// @param since nothing older
    /// @param language the language of the answer
    record Filter(
            String text,
            List<Colour> colours,
            @Default("1") int page,
            Optional<LocalDate> since,
            @Header("Accept-Language") @Default("en") String language) {}

    /// There is none left.
    @Failure(status = Status.CONFLICT, code = "SOLD_OUT")
    final class SoldOut extends ServiceException {
        private static final long serialVersionUID = 1L;

        /// Says what there is none of.
        public SoldOut(String message) {
            super(message);
        }
    }

    /// Does nothing.
    @Post("/nothing")
    void nothing();

    /// Gives an int.
    @Get("/int/{value}")
    int giveInt(int value);

    /// Gives a long, at most as large as the other.
    @Get("/long/{value}")
    long giveLong(long value, @Default("9223372036854775807") long most);

    /// Gives a boolean.
    @Get("/boolean/{value}")
    boolean giveBoolean(boolean value);

    /// Gives a double.
    @Get("/double/{value}")
    double giveDouble(double value);

    /// Gives the sum of the small ones.
    @Get("/small/{a}/{b}/{c}/{d}")
    float giveSmall(byte a, short b, char c, float d);

    /// Gives a boxed number.
    @Get("/boxed/{value}")
    Integer giveBoxed(Integer value);

    /// Gives a text. The text comes as a query parameter.
    @Get("/text")
    String giveText(String value);

    /// Gives decimals.
    @Get("/decimal/{value}")
    BigDecimal giveDecimal(BigDecimal value, @Default("0.5") BigDecimal step, BigInteger count);

    /// Gives an id.
    @Get("/uuid/{value}")
    UUID giveUuid(UUID value, URI uri);

    /// Gives times.
    @Get("/times")
    List<String> giveTimes(Instant instant, OffsetDateTime offset, LocalDateTime local, LocalDate day);

    /// Gives a time of day and a duration.
    @Get("/clock")
    Map<String, String> giveClock(LocalTime time, @Default("2s") Duration wait);

    /// Gives an enum.
    @Get("/enum/{value}")
    Colour giveEnum(Colour value, @Default("GREEN") Colour other);

    /// Gives bytes, as they came.
    @Post("/bytes")
    byte[] giveBytes(byte[] bytes);

    /// Gives a stream of bytes, as they came.
    @Post("/stream")
    InputStream giveStream(InputStream bytes);

    /// Gives a record.
    @Post("/record")
    Thing giveRecord(Thing thing);

    /// Gives a generic record.
    @Post("/generic")
    Box<List<Thing>> giveGeneric(Box<List<Thing>> box);

    /// Gives a sealed type.
    @Post("/sealed")
    Figure giveSealed(Figure figure);

    /// Gives a list.
    @Post("/list")
    List<Thing> giveList(List<Thing> things);

    /// Gives a set.
    @Post("/set")
    Set<Colour> giveSet(Set<Colour> colours);

    /// Gives a map.
    @Post("/map")
    Map<String, Map<Colour, Figure>> giveMap(Map<String, Map<Colour, Figure>> map);

    /// Gives something or nothing.
    @Get("/optional")
    Optional<String> giveOptional(Optional<String> value);

    /// Gives what may be null.
    @Get("/nullable")
    Optional<Integer> giveNullable(@Nullable Integer value);

    /// Gives what the body may hold.
    @Post("/optional-body")
    Optional<Thing> giveOptionalBody(@Body Optional<Thing> thing);

    /// Gives a page.
    @Get("/page")
    Page<Thing> givePage(@Default("1") int page, @Default("20") int limit);

    /// Gives a status and headers.
    @Post("/reply")
    Reply<Thing> giveReply(Thing thing);

    /// Gives ready bytes.
    @Get("/prepared")
    Prepared<List<Integer>> givePrepared();

    /// Gives one value a line.
    @Get("/lines/{count}")
    Stream<Thing> giveLines(int count);

    /// Gives live events.
    @Get("/events/{count}")
    Events<Box<Integer>> giveEvents(int count);

    /// Takes collections apart and together.
    @Get("/many")
    List<String> giveMany(List<String> words, Set<Integer> numbers, Map<String, String> all);

    /// Takes a record apart.
    @Get("/exploded")
    String giveExploded(Filter filter);

    /// Takes a record from a form.
    @Post("/form")
    String giveForm(@Form Filter filter, @Form("extra_field") Optional<Integer> extra);

    /// Takes headers and cookies.
    @Get("/headers")
    List<String> giveHeaders(
            @Header String requestId, @Header("X-Tags") List<String> tags, @Cookie Optional<String> sessionId);

    /// Takes a path with slashes in it, two ways.
    @Get("/files/{bucket}/{rest:+}")
    List<String> givePath(@Path(encoded = true) String bucket, @Path("rest") String file);

    /// Takes a body of a scalar.
    @Put("/scalar")
    String giveScalarBody(@Body String text, @Query("upper_case") boolean upper);

    /// Reads JSON of any content type.
    @Post(value = "/any", anyContentType = true)
    Thing giveAny(Thing thing);

    /// Sells one.
    ///
    /// @throws SoldOut when there is none left
    @Post("/sale/{item}")
    @Idempotent
    @Retry(attempts = 3)
    int buy(@HashKey String item) throws SoldOut;

    /// Gives the price, or the last one known.
    @Get("/price/{item}")
    @Timeout(value = "300ms", perTry = "100ms")
    @Hedged(after = "50ms")
    @Fallback("lastPrice")
    BigDecimal price(String item);

    /// The last price known.
    default BigDecimal lastPrice(String item) {
        return BigDecimal.valueOf(item.length());
    }

    /// Tidies up, or leaves it.
    @Delete("/attic")
    @Fallback("leaveAttic")
    void tidyAttic(@Default("true") boolean deeply);

    /// Leaves it.
    default void leaveAttic(boolean deeply) {}

    /// Overloaded: by a number.
    @Get("/overload/number/{value}")
    String overload(int value);

    /// Overloaded: by a text.
    @Get("/overload/text/{value}")
    String overload(String value);

    /// Patches a thing.
    @Patch("/things/{id}")
    Thing patch(UUID id, Map<String, Object> changes);

    @Override
    @Get("/found/{key}")
    Optional<Thing> find(UUID key);

    /// Names of other languages.
    @Get("/unicode/{größe}")
    String unicode(int größe, String 名前, String fun, String when);

    /// Deprecated, and still served.
    ///
    /// @deprecated use {@link #giveInt}
    @Deprecated
    @Get("/old")
    int old();

    /// Left alone.
    static String leftAlone() {
        return secret();
    }

    private static String secret() {
        return "left alone";
    }
}
