import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;

@HttpApi(value = "demo", path = "v1") // ERROR path 'v1' must begin with a slash: '/v1'
interface BadPrefix {
    @Get("/a")
    int a();
}
