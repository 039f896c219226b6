import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;

@HttpApi("demo")
interface BadBounds {
    @Get("/a")
    int a(@Bounds(min = 1, max = 10) @Default("11") int limit); // ERROR parameter 'limit': the default '11' must be a number from 1 to 10

    @Get("/b")
    int b(@Bounds(max = 10) String text); // ERROR parameter 'text': @Bounds is for numbers; take it out

    @Get("/c")
    int c(@Bounds(min = 10, max = 1) int limit); // ERROR parameter 'limit': the bounds 10 to 1 leave nothing; turn them round
}
