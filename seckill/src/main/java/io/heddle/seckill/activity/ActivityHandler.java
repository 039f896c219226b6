package io.heddle.seckill.activity;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.reply.Page;
import io.heddle.seckill.activity.ActivityStore.Row;
import io.heddle.seckill.activity.mark.AppliedMarks;
import io.heddle.seckill.admin.AdminToken;
import io.heddle.seckill.product.ProductApi.Product;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.Tally;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.TermsException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Answers the contract. What the engine must agree to, it is asked first; the table follows.
final class ActivityHandler implements ActivityApi {
    private final ActivityStore store;
    private final Stock stock;
    private final Wanted wanted;
    private final AppliedMarks marks;
    private final AdminToken admin;
    private final InstantSource clock;

    ActivityHandler(
            ActivityStore store,
            Stock stock,
            Wanted wanted,
            AppliedMarks marks,
            AdminToken admin,
            InstantSource clock) {
        this.store = store;
        this.stock = stock;
        this.wanted = wanted;
        this.marks = marks;
        this.admin = admin;
        this.clock = clock;
    }

    @Override
    public Activity add(NewActivity activity, Optional<String> authorization) {
        admin.require(authorization);
        return add(activity);
    }

    /// The row comes first, because it has the number; a row that never came to the engine is put there at the next
    /// start.
    Activity add(NewActivity activity) {
        Terms terms = wanted.terms(activity);
        wanted.requireProduct(activity);
        marks.requireThawed();
        Terms put = numbered(terms, added(activity, terms));
        stock.put(put);
        return told(activity, put);
    }

    private static Activity told(NewActivity said, Terms terms) {
        return new Activity(
                terms.activity(),
                said.name(),
                said.product(),
                terms.units(),
                terms.start(),
                terms.end(),
                terms.hold(),
                terms.open());
    }

    /// A table that was lost begins again with numbers that the engine has given for good, to sales that are there or
    /// were taken away; those are passed over.
    private long added(NewActivity activity, Terms terms) {
        long id = store.add(activity.name(), activity.product(), terms);
        while (!stock.events(id, 0, 1).isEmpty()) {
            store.withdraw(id);
            id = store.add(activity.name(), activity.product(), terms);
        }
        return id;
    }

    private static Terms numbered(Terms terms, long id) {
        return new Terms(id, terms.units(), terms.start(), terms.end(), terms.hold(), terms.open());
    }

    @Override
    public Page<Activity> list(int page, int limit) {
        Page<Row> rows = store.list(page, limit);
        return new Page<>(rows.items().stream().map(this::activity).toList(), rows.total(), page, limit);
    }

    private Activity activity(Row row) {
        return row.activity(terms(row));
    }

    @Override
    public Optional<Detail> activity(long id) {
        return store.find(id).map(row -> detail(row, wanted.product(row.product())));
    }

    private Detail detail(Row row, Optional<Product> product) {
        Tally tally = stock.tally(row.id()).orElseGet(() -> new Tally(row.terms(), 0, 0, 0, 0));
        Terms terms = tally.terms();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Detail(
                row.id(),
                row.name(),
                row.product(),
                product,
                terms.units(),
                terms.start(),
                terms.end(),
                terms.hold(),
                terms.open(),
                state(tally, now),
                tally.available(),
                tally.held(),
                tally.paid(),
                tally.released(),
                tally.asOf(),
                now);
    }

    private static State state(Tally tally, Instant now) {
        Terms terms = tally.terms();
        if (!terms.open()) {
            return State.CLOSED;
        } else if (now.isBefore(terms.start())) {
            return State.NOT_STARTED;
        } else if (!now.isBefore(terms.end())) {
            return State.ENDED;
        }
        return tally.available() == 0 ? State.SOLD_OUT : State.RUNNING;
    }

    @Override
    public Activity change(long id, NewActivity activity, Optional<String> authorization) {
        admin.require(authorization);
        Row row = row(id);
        Terms known = terms(row);
        Terms terms = wanted.terms(activity, known);
        wanted.requireSameProduct(activity, row.product());
        if (terms.units() > known.units()) {
            wanted.requireProduct(activity);
        }
        arrange(terms);
        store.rename(id, activity.name());
        return told(activity, terms);
    }

    private Terms terms(Row row) {
        return stock.tally(row.id()).map(Tally::terms).orElseGet(row::terms);
    }

    private void arrange(Terms terms) {
        marks.requireThawed();
        stock.put(terms);
        store.arrange(terms);
    }

    @Override
    public void remove(long id, Optional<String> authorization) {
        admin.require(authorization);
        marks.requireThawed();
        if (!store.leaving(id, true)) {
            throw missing(id);
        }
        try {
            stock.remove(id);
        } catch (TermsException e) {
            store.leaving(id, false);
            throw e;
        }
        marks.forget(id);
        store.remove(id);
    }

    @Override
    public Activity open(long id, Optional<String> authorization) {
        return open(id, true, authorization);
    }

    @Override
    public Activity close(long id, Optional<String> authorization) {
        return open(id, false, authorization);
    }

    private Activity open(long id, boolean open, Optional<String> authorization) {
        admin.require(authorization);
        Row row = row(id);
        Terms terms = terms(row).open(open);
        arrange(terms);
        return row.activity(terms);
    }

    private Row row(long id) {
        return store.find(id).orElseThrow(() -> missing(id));
    }

    private static ServiceException missing(long id) {
        return ServiceException.notFound("there is no activity " + id);
    }
}
