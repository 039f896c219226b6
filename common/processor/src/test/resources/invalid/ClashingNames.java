import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Header;
import io.heddle.contract.bind.Path;
import io.heddle.contract.bind.Query;

@HttpApi("demo")
interface ClashingNames {
    record Filter(String text) {}

    @Get("/a")
    int a(@Query("x") int one, @Query("x") int two); // ERROR parameter 'two' takes 'x', which another parameter takes; rename one

    @Get("/b")
    int b(@Header("X-Tag") int one, @Header("x-tag") int two); // ERROR parameter 'two' takes 'x-tag', which another parameter takes; rename one

    @Get("/c")
    int c(String text, Filter filter); // ERROR parameter 'filter' takes 'text', which another parameter takes; rename one

    @Get("/d/{id}")
    int d(int id, @Path("id") int other); // ERROR parameter 'other' takes 'id', which another parameter takes; rename one
}
