import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.call.Hedged;
import io.heddle.contract.call.Retry;
import io.heddle.contract.call.Timeout;

@HttpApi("demo")
@Timeout("soon") // ERROR 'soon' must be a duration such as 300ms, 2s or 5m
interface BadLimits {
    @Get("/a")
    @Timeout("0s") // ERROR '0s' must be longer than zero and at most an hour
    int a();

    @Get("/b")
    @Timeout("PT-1S") // ERROR 'PT-1S' must be longer than zero and at most an hour
    int b();

    @Get("/c")
    @Timeout("2h") // ERROR '2h' must be longer than zero and at most an hour
    int c();

    @Get("/d")
    @Timeout(value = "1s", perTry = "2s") // ERROR one try may take '2s', longer than the whole call with '1s'; make it shorter
    int d();

    @Get("/e")
    @Retry(attempts = 0) // ERROR attempts is 0; use 1 (never again) to 10
    int e();

    @Post("/f")
    @Hedged(after = "50ms") // ERROR @Hedged sends a second request, which only a GET may; take it out
    int f();

    @Get("/g")
    @Hedged(after = "x") // ERROR 'x' must be a duration such as 300ms, 2s or 5m
    int g();
}
