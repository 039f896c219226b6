import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Header;
import io.heddle.contract.bind.Query;

@HttpApi("demo")
interface TwoSources {
    @Get("/a")
    int a(@Query @Header String text); // ERROR parameter 'text' has both @Query and @Header; keep one
}
