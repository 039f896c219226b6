package io.heddle.kit.rpc;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.call.Idempotent;
import io.heddle.contract.error.Failure;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Page;
import io.heddle.contract.rpc.Rpc;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A bank, all of which may be called by name.
@Rpc
@HttpApi("bank")
public interface BankApi {
    /// Gives back what it was given.
    @Post("/entries")
    @Idempotent
    Entry echo(Entry entry, int times, Optional<String> remark);

    /// What was kept under a name.
    @Get("/entries/{name}")
    Optional<Entry> entry(String name);

    /// All entries, again and again.
    @Get("/entries")
    Page<Entry> entries(int page);

    /// Keeps a text, and answers nothing.
    @Post("/keep")
    void keep(String text);

    /// Fails in one way or another.
    @Post("/fail")
    String fail(String how) throws Broke;

    /// A text again.
    @Get("/text")
    String text(String text);

    record Entry(@NotBlank String name, @Positive BigDecimal amount, List<Entry> parts) {}

    @Failure(status = Status.CONFLICT, code = "BROKE")
    final class Broke extends ServiceException {
        private static final long serialVersionUID = 1L;

        public Broke(String message) {
            super(message);
        }
    }
}
