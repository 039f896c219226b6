package demo.rpc;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Header;
import io.heddle.contract.call.Idempotent;
import io.heddle.contract.log.Logged;
import io.heddle.contract.reply.Page;
import io.heddle.contract.rpc.Rpc;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Entries, all of which may be called for by name.
@Rpc("Ledger")
@HttpApi("ledger")
public interface LedgerApi {
    enum Order {
        UP,
        DOWN
    }

    record Entry(@NotBlank String what, @Positive BigDecimal amount) {}

    record Filter(String text, @Bounds(min = 1, max = 9) Optional<Integer> depth) {}

    @Post("/entries")
    @Idempotent
    @Logged
    Entry add(Entry entry, @Header String requestId);

    @Get("/entries/{id}")
    Optional<Entry> entry(@Positive long id);

    @Get("/entries")
    Page<Entry> find(
            Filter filter,
            @Bounds(min = 1) @Default("1") int page,
            @Default("UP") Order order,
            Optional<@NotBlank String> remark,
            List<Integer> marks);

    @Rpc("addMany")
    @Post("/entries/many")
    void addAll(List<Entry> entries);

    @Post("/photo")
    byte[] photo(byte[] photo);
}
