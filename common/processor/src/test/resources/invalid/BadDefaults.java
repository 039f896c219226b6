import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Default;
import java.util.List;

@HttpApi("demo")
interface BadDefaults {
    enum Colour {
        RED,
        GREEN
    }

    @Get("/a")
    int a(@Default("ten") int limit); // ERROR parameter 'limit': the default 'ten' must be a whole number from -2147483648 to 2147483647

    @Get("/b")
    int b(@Default("BLUE") Colour colour); // ERROR parameter 'colour': the default 'BLUE' must be one of RED, GREEN

    @Get("/c")
    int c(@Default("a") List<String> words); // ERROR parameter 'words': @Default stands for one value, and List<String> has its own for absent; take @Default out

    @Get("/d/{id}")
    int d(@Default("1") int id); // ERROR parameter 'id': a path parameter is always there; take @Default out

    record Filter(@Default("soon") boolean open) {} // ERROR parameter 'open': the default 'soon' must be true or false

    @Get("/e")
    int e(Filter filter);
}
