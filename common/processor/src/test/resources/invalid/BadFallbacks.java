import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.call.Fallback;

@HttpApi("demo")
interface BadFallbacks {
    @Get("/a")
    @Fallback("nowhere") // ERROR no fallback 'nowhere' with the same parameters and result; add 'default int nowhere(int x)'
    int a(int x);

    @Get("/b")
    @Fallback("other") // ERROR no fallback 'other' with the same parameters and result; add 'default int other(int x)'
    int b(int x);

    default long other(int x) {
        return x;
    }

    @Get("/c")
    @Fallback("a") // ERROR no fallback 'a' with the same parameters and result; add 'default int a(int x)'
    int c(int x);
}
