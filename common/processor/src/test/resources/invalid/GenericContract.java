import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;

@HttpApi("demo")
interface GenericContract<T> { // ERROR 'GenericContract' has type parameters; extend it with the types written out and mark that interface
    @Get("/a")
    T a();
}
