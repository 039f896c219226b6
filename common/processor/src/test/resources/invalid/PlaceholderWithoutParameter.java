import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;

@HttpApi("demo")
interface PlaceholderWithoutParameter {
    @Get("/a/{id}") // ERROR placeholder '{id}' has no parameter; add a parameter 'id' or mark one @Path("id")
    int a(int other);
}
