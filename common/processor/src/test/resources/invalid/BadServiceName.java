import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;

@HttpApi("Demo Service") // ERROR 'Demo Service' is no service name; use 1 to 63 lower case letters, digits, dots, dashes or underscores, first a letter
interface BadServiceName {
    @Get("/a")
    int a();
}
