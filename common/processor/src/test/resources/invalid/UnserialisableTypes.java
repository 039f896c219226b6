import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.reply.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@HttpApi("demo")
interface UnserialisableTypes {
    final class Plain {}

    interface Open {}

    sealed interface Shape {}

    record Round(double radius) implements Shape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    sealed interface ByClass {}

    record One() implements ByClass {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(value = First.class, name = "first"))
    sealed interface Half {}

    record First() implements Half {}

    record Second() implements Half {}

    record Holder(Plain plain) {}

    @Get("/a")
    Plain a(); // ERROR the result: Plain cannot be read from JSON: it is no record; make it a record, or mark a constructor @JsonCreator

    @Get("/b")
    List<Open> b(); // ERROR the result: Open cannot be read from JSON: it is abstract without a list of subtypes; make it sealed with @JsonTypeInfo and @JsonSubTypes

    @Get("/c")
    Shape c(); // ERROR the result: Shape is sealed but does not say how its subtypes are told apart; add @JsonTypeInfo(use = NAME, property = "type") and @JsonSubTypes

    @Get("/d")
    ByClass d(); // ERROR the result: ByClass tells its subtypes apart by CLASS; use = NAME keeps Java names off the wire

    @Get("/e")
    Half e(); // ERROR the result: Second has no name in @JsonSubTypes of Half; add @JsonSubTypes.Type(value = Second.class, name = "...")

    @Post("/f")
    int f(Holder holder); // ERROR parameter 'holder': in Holder.plain: Plain cannot be read from JSON: it is no record; make it a record, or mark a constructor @JsonCreator

    @Get("/g")
    Map<List<String>, String> g(); // ERROR the result: a key of a JSON object is text, and List<String> is none; use String, a number, an enum or another scalar as the key

    @Get("/h")
    List<Page<String>> h(); // ERROR the result: Page stands only for the whole result; return it, or use a record here

    @Get("/i")
    java.util.ArrayList<String> i(); // ERROR the result: ArrayList cannot be read from JSON; use a record, List, Set, Map, Optional, a number, text or a time

    record Loose(@Nullable String text) {}

    @Get("/j")
    Loose j(); // ERROR the result: in Loose.text: JSON that may be absent is an Optional; write Optional<String>
}
