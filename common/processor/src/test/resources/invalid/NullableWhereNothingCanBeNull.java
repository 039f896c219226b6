import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

@HttpApi("demo")
interface NullableWhereNothingCanBeNull {
    @Get("/a/{id}")
    int a(@Nullable Integer id); // ERROR parameter 'id' of type Integer cannot be a path parameter; use one text, number, time, UUID or enum

    @Post("/b")
    int b(@Nullable InputStream bytes); // ERROR parameter 'bytes' is a body of bytes and cannot be null; send none instead
}
