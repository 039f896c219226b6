import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@HttpApi("demo")
@SuppressWarnings("rawtypes")
interface UnresolvedTypes {
    record Filter<T>(T value) {}

    @Get("/a")
    List a(); // ERROR the result: the raw type List says too little to read JSON; write the full type

    @Get("/b")
    List<?> b(); // ERROR the result: the wildcard ? says too little to read JSON; write the full type

    @Get("/c")
    <T> T c(); // ERROR 'c' has type parameters, which no request can carry; write the types out

    @Get("/d")
    int d(List<? extends Number> numbers); // ERROR parameter 'numbers': the wildcard ? extends Number says too little to convert; write the full type

    @Post("/e")
    int e(Map<String, ?> body); // ERROR parameter 'body': the wildcard ? says too little to read JSON; write the full type

    @Get("/f")
    int f(Filter filter); // ERROR parameter 'filter': the raw type Filter says too little to convert; write the full type

    @Get("/g")
    Optional g(); // ERROR the result: the raw type Optional says too little to read JSON; write the full type
}
