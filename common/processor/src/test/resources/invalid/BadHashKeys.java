import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.HashKey;
import java.util.Optional;

@HttpApi("demo")
interface BadHashKeys {
    @Get("/a")
    int a(@HashKey Optional<String> key); // ERROR parameter 'key' is the @HashKey, which must be one text, number or id that is always there

    @Get("/b")
    int b(@HashKey String one, @HashKey String two); // ERROR parameter 'two' is a second @HashKey; keep one
}
