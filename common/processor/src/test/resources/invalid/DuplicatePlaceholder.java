import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;

@HttpApi("demo")
interface DuplicatePlaceholder {
    @Get("/a/{id}/{id}") // ERROR path '/a/{id}/{id}' has the placeholder '{id}' twice; rename one
    int a(int id);
}
