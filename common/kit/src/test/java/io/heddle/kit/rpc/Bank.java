package io.heddle.kit.rpc;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Page;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what it is told.
public final class Bank implements BankApi {
    private static final Entry ONE = new Entry("one", BigDecimal.ONE, List.of());

    private final List<String> kept = new CopyOnWriteArrayList<>();

    /// What it was told so far.
    public List<String> kept() {
        return kept;
    }

    @Override
    public Entry echo(Entry entry, int times, Optional<String> remark) {
        return new Entry(
                entry.name() + remark.orElse(""), entry.amount().multiply(BigDecimal.valueOf(times)), entry.parts());
    }

    @Override
    public Optional<Entry> entry(String name) {
        return name.equals("one") ? Optional.of(ONE) : Optional.empty();
    }

    @Override
    public Page<Entry> entries(int page) {
        return new Page<>(List.of(ONE), 7, page, 1);
    }

    @Override
    public void keep(String text) {
        kept.add(text);
    }

    @Override
    public String fail(String how) {
        kept.add(how);
        throw switch (how) {
            case "own" -> new Broke("there is no money");
            case "found" -> ServiceException.notFound("there is no such thing");
            case "away" -> ServiceException.of(Status.UNAVAILABLE, "come again");
            default -> new IllegalStateException("a secret of the house");
        };
    }

    @Override
    public String text(String text) {
        return text;
    }
}
