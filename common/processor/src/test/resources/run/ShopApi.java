import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Body;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.HashKey;
import io.heddle.contract.bind.Header;
import io.heddle.contract.call.Fallback;
import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@HttpApi("shop")
public interface ShopApi {
    enum Size {
        SMALL,
        LARGE
    }

    record Item(String name, @Default("1") int count, Optional<Size> size) {}

    @Failure(status = Status.CONFLICT, code = "SOLD_OUT")
    final class SoldOut extends ServiceException {
        private static final long serialVersionUID = 1L;

        public SoldOut(String message) {
            super(message);
        }
    }

    @Failure(status = Status.UNAVAILABLE, code = "CLOSED")
    final class Closed extends ServiceException {
        private static final long serialVersionUID = 1L;

        public Closed(String message) {
            super(message);
        }
    }

    @Get("/items/{item}/price")
    @Fallback("lastPrice")
    int price(@HashKey String item) throws Closed;

    default int lastPrice(String item) {
        return -item.length();
    }

    @Post("/buy")
    int buy(@Body String item, @Header String requestId) throws SoldOut;

    @Post("/note")
    void note(@Body Optional<String> text);

    @Get("/find")
    List<String> find(Item item, @Default("10") int limit, Set<String> tags);
}
