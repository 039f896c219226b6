import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@HttpApi("demo")
interface BadResults {
    @Get("/a")
    CompletableFuture<Integer> a(); // ERROR the result is a CompletableFuture<Integer>; return the plain value, and let callers run calls side by side with Fanout

    @Get("/b")
    @Nullable String b(); // ERROR the result may be null; return Optional<String> instead
}
