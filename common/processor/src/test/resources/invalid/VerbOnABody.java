import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;

@HttpApi("demo")
interface VerbOnABody {
    @Get("/a")
    default int a() { // ERROR 'a' has a body, so that no request reaches it; take the body out, or the HTTP method
        return 1;
    }
}
