import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Put;

@HttpApi("demo")
interface AmbiguousRoutes {
    @Get("/a/{x}")
    int a(int x);

    @Get("/a/{y}") // ERROR GET '/a/{y}' is served by 'a' already; change the path of one
    int b(int y);

    @Put("/a/{y}")
    int c(int y);
}
