import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Body;
import io.heddle.contract.bind.Form;
import java.util.List;
import java.util.Map;

@HttpApi("demo")
interface TwoBodies {
    @Post("/a")
    int a(List<String> one, Map<String, String> two); // ERROR parameter 'two' is a second body; put both into one record, or mark one @Query

    @Post("/b")
    int b(@Form String one, @Body String two); // ERROR parameter 'two' is a second body; put both into one record, or mark one @Query

    @Post("/c")
    int c(byte[] one, @Form String two); // ERROR parameter 'two' is a second body; put both into one record, or mark one @Query
}
