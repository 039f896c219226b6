package io.heddle.registry.audit;

import io.heddle.contract.error.ServiceException;
import io.heddle.kit.access.Caller;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.catalog.Step;
import io.heddle.registry.entry.Entry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down who registered, changed or took out an instance, whatever protocol they spoke: one line of the logger
/// `registry.audit` for each change that a request made, none for a beat. Any thread may call.
public final class Audit {
    /// How many of the last writes are kept for the console.
    public static final int KEPT = 200;

    private static final Logger LOG = LoggerFactory.getLogger("registry.audit");
    private static final ScopedValue<String> BY_HAND = ScopedValue.newInstance();
    private static final String REGISTRY = "registry";
    private static final String CONSOLE = "console";

    private final Trail trail = new Trail(KEPT);
    private final Catalog catalog;
    private final InstantSource time;

    /// One thing that is done by hand.
    ///
    /// @param action what
    /// @param name the name of the service
    /// @param service the address of the instance
    /// @param detail what is changed
    public record Act(String action, String name, String service, String detail) {}

    /// Makes one that writes nothing down before it is opened.
    public Audit(Catalog catalog, InstantSource time) {
        this.catalog = catalog;
        this.time = time;
    }

    /// Begins to write down what requests change.
    public void open() {
        catalog.listen((_, revision) -> Caller.current()
                .filter(_ -> !BY_HAND.isBound())
                .ifPresent(caller -> catalog.step(revision).ifPresent(step -> changed(caller, step))));
    }

    /// That an instance is lost sight of, or found again by its beat, nobody asked for.
    private void changed(Caller caller, Step step) {
        Entry entry = step.entry();
        Optional<Entry> before = step.before();
        String through = entry.origin().foreign() ? entry.origin().facade() : REGISTRY;
        if (step.gone()) {
            add(caller, through, act("deregister", entry, ""), "done");
        } else if (before.isEmpty()) {
            add(caller, through, act("register", entry, ""), "done");
        } else if (asked(before.get(), entry)) {
            String detail = step.difference();
            add(caller, through, act("change", entry, detail), "done");
        }
    }

    private static boolean asked(Entry before, Entry after) {
        boolean sight = before.status() == InstanceStatus.SUSPECT || after.status() == InstanceStatus.SUSPECT;
        boolean more = !after.with(before.status(), before.held()).equals(before);
        return more || (!sight && before.status() != after.status());
    }

    private static Act act(String action, Entry entry, String detail) {
        return new Act(action, entry.name(), entry.service(), detail);
    }

    /// Does what a person asks for and writes it down, refused or not.
    ///
    /// @throws ServiceException what the work throws
    public void byHand(Act act, Runnable work) {
        Caller caller = Caller.current().orElseThrow(() -> new IllegalStateException("nobody asks"));
        try {
            ScopedValue.where(BY_HAND, act.action).run(work);
        } catch (ServiceException e) {
            add(caller, CONSOLE, act, e.code());
            throw e;
        }
        add(caller, CONSOLE, act, "done");
    }

    private void add(Caller caller, String through, Act act, String outcome) {
        trail.add(new Write(
                time.instant(),
                caller.name(),
                caller.peer(),
                through,
                act.action,
                act.name,
                act.service,
                act.detail,
                outcome));
        LOG.atInfo()
                .addKeyValue("who", caller.name())
                .addKeyValue("peer", caller.peer())
                .addKeyValue("through", through)
                .addKeyValue("action", act.action)
                .addKeyValue("name", act.name)
                .addKeyValue("instance", act.service)
                .addKeyValue("detail", act.detail)
                .addKeyValue("outcome", outcome)
                .log("registry write");
    }

    /// The last writes, the latest first.
    public List<Write> latest() {
        return trail.latest();
    }
}
