import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.reply.Reply;
import io.heddle.contract.rpc.Rpc;
import java.io.InputStream;
import java.util.stream.Stream;

@Rpc
@HttpApi("demo")
interface BadNames {
    @Get("/a")
    String add(int a);

    @Get("/b")
    String add(int a, int b); // ERROR 'add' is overloaded, and one name calls one method; give each a name with @Rpc("...")

    @Get("/c")
    String get_user(int id);

    @Get("/d")
    String getUser(int id); // ERROR the name 'BadNames.getUser' is too near to 'BadNames.get_user': they differ only in case or underscores; change one with @Rpc("...")

    @Rpc("a b")
    @Get("/e")
    String e(); // ERROR 'BadNames.a b' is no name to call by; use letters, digits and underscores, at most 128 in all

    @Post("/f")
    void f(InputStream stream); // ERROR 'f' takes a stream, which no call by name can carry; take @Rpc off

    @Get("/g")
    Stream<String> g(); // ERROR 'g' answers with more than a value, which no call by name can carry; take @Rpc off

    @Get("/h")
    Reply<String> h(); // ERROR 'h' answers with more than a value, which no call by name can carry; take @Rpc off
}
