import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Cookie;
import io.heddle.contract.bind.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

@HttpApi("demo")
interface UnconvertibleParameters {
    record Point(int x, int y) {}

    record Nested(Point point) {} // ERROR parameter 'point' of type UnconvertibleParameters.Point cannot be a query parameter; use a text, number, time, UUID or enum, an Optional, List or Set of it, or Map<String, String>

    @Get("/a")
    int a(Locale locale); // ERROR parameter 'locale' of type Locale cannot be a query parameter; use a text, number, time, UUID or enum, an Optional, List or Set of it, or Map<String, String>

    @Get("/b")
    int b(Optional<List<String>> words); // ERROR parameter 'words' of type Optional<List<String>> cannot be a query parameter; use a text, number, time, UUID or enum, an Optional, List or Set of it, or Map<String, String>

    @Get("/c/{point}")
    int c(Point point); // ERROR parameter 'point' of type UnconvertibleParameters.Point cannot be a path parameter; use one text, number, time, UUID or enum

    @Get("/d/{id}")
    int d(Optional<Integer> id); // ERROR parameter 'id' of type Optional<Integer> cannot be a path parameter; use one text, number, time, UUID or enum

    @Get("/e/{rest:+}")
    int e(int rest); // ERROR parameter 'rest' of type int cannot be a rest of the path; use String

    @Get("/f")
    int f(@Cookie List<String> cookies); // ERROR parameter 'cookies' of type List<String> cannot be a cookie; use one text, number, time, UUID or enum, or an Optional of it

    @Get("/g")
    int g(Map<String, Integer> map); // ERROR parameter 'map' of type Map<String, Integer> cannot be a query parameter; use a text, number, time, UUID or enum, an Optional, List or Set of it, or Map<String, String>

    @Get("/h")
    int h(OptionalInt number); // ERROR parameter 'number' of type OptionalInt cannot be a query parameter; use a text, number, time, UUID or enum, an Optional, List or Set of it, or Map<String, String>

    @Get("/i")
    int i(Nested nested);

    @Get("/j")
    int j(@Query("p") Point point); // ERROR parameter 'point' is a record, whose components have names of their own; take the name out

    @Get("/k")
    int k(@Nullable Point point); // ERROR parameter 'point' is taken apart and cannot be null; make its components Optional instead
}
