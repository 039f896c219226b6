import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.io.IOException;

@HttpApi("demo")
interface BadThrows {
    final class Unmarked extends ServiceException {
        private static final long serialVersionUID = 1L;

        Unmarked(String message) {
            super(message);
        }
    }

    @Failure(status = Status.CONFLICT, code = "A")
    final class Unmakable extends ServiceException {
        private static final long serialVersionUID = 1L;

        Unmakable() {
            super("never");
        }
    }

    @Get("/a")
    int a() throws IOException; // ERROR 'a' throws IOException, which is checked and has no code on the wire; throw a subclass of ServiceException marked @Failure

    @Get("/b")
    int b() throws Unmarked; // ERROR 'b' throws Unmarked, which has no code on the wire; mark it @Failure(status = ..., code = "...")

    @Get("/c")
    int c() throws Unmakable; // ERROR 'c' throws Unmakable, which cannot be made by a client; give it a visible constructor (String message)

    @Get("/d")
    int d() throws ServiceException, IllegalStateException;
}
