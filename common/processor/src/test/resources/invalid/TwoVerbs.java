import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;

@HttpApi("demo")
interface TwoVerbs {
    @Get("/a")
    @Post("/a")
    int a(); // ERROR 'a' is both GET and POST; keep one
}
