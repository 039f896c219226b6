import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Cookie;
import io.heddle.contract.bind.Header;

@HttpApi("demo")
interface BadHeaders {
    @Get("/a")
    int a(@Header("X Tag") String tag); // ERROR header 'X Tag' is no header name; use letters, digits and dashes

    @Get("/b")
    int b(@Header String host); // ERROR header 'Host' belongs to the transport and cannot be a parameter; take it out

    @Get("/c")
    int c(@Header("content-length") int length); // ERROR header 'content-length' belongs to the transport and cannot be a parameter; take it out

    @Get("/d")
    int d(@Header("Connection") String connection); // ERROR header 'Connection' belongs to the transport and cannot be a parameter; take it out

    @Get("/e")
    int e(@Header String transferEncoding); // ERROR header 'Transfer-Encoding' belongs to the transport and cannot be a parameter; take it out

    @Get("/f")
    int f(@Header String cookie); // ERROR header 'Cookie' is read with @Cookie; use that

    @Get("/g")
    int g(@Cookie("a b") String text); // ERROR cookie 'a b' is no cookie name; use letters, digits and dashes
}
