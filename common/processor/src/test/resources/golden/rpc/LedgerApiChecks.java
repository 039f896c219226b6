package demo.rpc;

import io.heddle.kit.check.Checks;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Checks what LedgerApi asks of its values.
 */
@Generated("io.heddle.processor")
public final class LedgerApiChecks {
    private LedgerApiChecks() {
    }

    static void add(LedgerApi.Entry entry, String requestId) {
        Checks checks = new Checks();
        checkEntry(checks, entry);
        checks.done();
    }

    static void entry(long id) {
        Checks checks = new Checks();
        checks.that(id > 0, "id", "must be more than 0");
        checks.done();
    }

    static void find(LedgerApi.Filter filter, int page, LedgerApi.Order order,
            Optional<String> remark, List<Integer> marks) {
        Checks checks = new Checks();
        checks.present("remark", remark, (inner, each) -> {
            inner.that(!each.isBlank(), "", "must not be blank");
        });
        checks.done();
    }

    static void addAll(List<LedgerApi.Entry> entries) {
        Checks checks = new Checks();
        checks.each("", entries, LedgerApiChecks::checkEntry);
        checks.done();
    }

    static void addByName(LedgerApi.Entry entry, String requestId) {
        Checks checks = new Checks();
        checks.within("entry", entry, LedgerApiChecks::checkEntry);
        checks.done();
    }

    static void entryByName(long id) {
        Checks checks = new Checks();
        checks.that(id > 0, "id", "must be more than 0");
        checks.done();
    }

    static void findByName(LedgerApi.Filter filter, int page, LedgerApi.Order order,
            Optional<String> remark, List<Integer> marks) {
        Checks checks = new Checks();
        checks.within("filter", filter, (inner, each) -> {
            inner.present("depth", each.depth(), (inner2, each2) -> {
                inner2.that(Checks.between(each2, 1L, 9L), "", "must be a number from 1 to 9");
            });
        });
        checks.that(Checks.between(page, 1L, 9223372036854775807L), "page", "must be a number of at least 1");
        checks.present("remark", remark, (inner, each) -> {
            inner.that(!each.isBlank(), "", "must not be blank");
        });
        checks.done();
    }

    static void addAllByName(List<LedgerApi.Entry> entries) {
        Checks checks = new Checks();
        checks.each("entries", entries, LedgerApiChecks::checkEntry);
        checks.done();
    }

    private static void checkEntry(Checks checks, LedgerApi.Entry value) {
        checks.that(!value.what().isBlank(), "what", "must not be blank");
        checks.that(value.amount().signum() > 0, "amount", "must be more than 0");
    }
}
