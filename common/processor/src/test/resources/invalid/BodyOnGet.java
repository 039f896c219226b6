import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Body;
import io.heddle.contract.bind.Form;
import java.io.InputStream;

@HttpApi("demo")
interface BodyOnGet {
    @Get("/a")
    int a(@Body String text); // ERROR parameter 'text' is the body, and GET has none; use @Post, or pass it as @Query

    @Get("/b")
    int b(InputStream bytes); // ERROR parameter 'bytes' is the body, and GET has none; use @Post, or pass it as @Query

    @Get("/c")
    int c(@Form String field); // ERROR parameter 'field' is a form field, and GET has no body; use @Post, or pass it as @Query
}
