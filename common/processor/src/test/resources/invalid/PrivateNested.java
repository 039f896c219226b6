import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;

final class PrivateNested {
    @HttpApi("demo")
    private interface Hidden { // ERROR 'Hidden' is private, so that no client can implement it; make it visible
        @Get("/a")
        int a();
    }
}
