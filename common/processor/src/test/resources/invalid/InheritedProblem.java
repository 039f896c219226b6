import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import java.util.Locale;

interface Crud<T, I> {
    @Get("/things/{id}")
    T find(I id);
}

@HttpApi("demo")
interface InheritedProblem extends Crud<String, Locale> {} // ERROR Crud.find: parameter 'id' of type Locale cannot be a path parameter; use one text, number, time, UUID or enum
