import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.Put;
import io.heddle.contract.call.Idempotent;
import io.heddle.contract.call.Retry;

@HttpApi("demo")
interface RetryOfAPost {
    @Post("/a")
    @Retry(attempts = 2) // WARNING 'a' is not sent again once the peer may have seen it; add @Idempotent if doing it twice is the same as once
    int a();

    @Post("/b")
    @Retry(attempts = 2)
    @Idempotent
    int b();

    @Put("/c")
    @Retry(attempts = 2)
    int c();
}
