import io.heddle.contract.Delete;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Body;

@HttpApi("demo")
interface BodyOnDelete {
    @Delete("/a")
    int a(@Body String text); // WARNING parameter 'text' is the body of a DELETE, which some proxies drop; use @Post, or pass it as @Query

    @Delete("/b")
    @SuppressWarnings("heddle")
    int b(@Body String text);
}
