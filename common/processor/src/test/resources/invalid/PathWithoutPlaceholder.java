import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Path;

@HttpApi("demo")
interface PathWithoutPlaceholder {
    @Get("/a")
    int a(@Path int id); // ERROR parameter 'id' is marked @Path, but '/a' has no placeholder '{id}'; add it or take @Path out
}
