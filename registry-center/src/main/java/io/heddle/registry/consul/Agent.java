package io.heddle.registry.consul;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.RegistryApi.LeaseChange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.check.Checks;
import io.heddle.registry.check.reach.Health;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import io.heddle.registry.foreign.Label;
import io.heddle.registry.foreign.Said;
import io.heddle.registry.lease.Leases;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What an agent of the protocol takes: registrations, and what is said of their checks.
final class Agent implements Routes {
    private static final int LONGEST_DOCUMENT = 16_384;

    private final Catalog catalog;
    private final Leases leases;
    private final Checks checks;
    private final Reads reads;
    private final String datacenter;
    private final Supplier<byte[]> allServices;
    private final Supplier<byte[]> allChecks;

    Agent(Catalog catalog, Leases leases, Checks checks, Reads reads, String datacenter) {
        this.catalog = catalog;
        this.leases = leases;
        this.checks = checks;
        this.reads = reads;
        this.datacenter = datacenter;
        this.allServices = reads.all(view -> Map.of(view.id(), view.service()));
        this.allChecks = reads.all(Agent::checks);
    }

    @Override
    public void addTo(Router router) {
        add(router, "GET", "self", this::self);
        add(router, "GET", "services", query -> query.ready(allServices.get()));
        add(router, "GET", "checks", query -> query.ready(allChecks.get()));
        add(
                router,
                "GET",
                "service/{id:+}",
                query -> query.json(reads.one(known(query)).service()));
        add(router, "PUT", "service/register", this::register);
        add(router, "PUT", "service/deregister/{id:+}", this::deregister);
        add(router, "PUT", "service/maintenance/{id:+}", this::maintenance);
        add(router, "PUT", "check/pass/{id:+}", query -> note(query, Health.PASSING));
        add(router, "PUT", "check/warn/{id:+}", query -> note(query, Health.WARNING));
        add(router, "PUT", "check/fail/{id:+}", query -> note(query, Health.CRITICAL));
        add(router, "PUT", "check/update/{id:+}", this::update);
    }

    /// What clients of before Consul 1.0 ask for by `GET` though it changes something. A browser, which says where it
    /// comes from, is no such client.
    void addOld(Router router) {
        add(router, "GET", "service/deregister/{id:+}", old(this::deregister));
        add(router, "GET", "check/pass/{id:+}", old(query -> note(query, Health.PASSING)));
        add(router, "GET", "check/warn/{id:+}", old(query -> note(query, Health.WARNING)));
        add(router, "GET", "check/fail/{id:+}", old(query -> note(query, Health.CRITICAL)));
    }

    private static Query.Answerer old(Query.Answerer answerer) {
        return query -> {
            if (query.exchange().headers().has("Sec-Fetch-Site")) {
                throw ServiceException.of(Status.FORBIDDEN, "a browser must use PUT");
            }
            answerer.answer(query);
        };
    }

    private void add(Router router, String method, String path, Query.Answerer answerer) {
        String name = "ConsulFacade.agent." + method + '.'
                + path.replace("/{id:+}", "").replace('/', '.');
        router.add(method, "/v1/agent/" + path, name, Query.handler(datacenter, answerer));
    }

    private void self(Query query) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("Datacenter", datacenter);
        config.put("NodeName", "heddle-registry");
        config.put("Server", true);
        Map<String, Object> member = Map.of("Name", "heddle-registry", "Addr", "127.0.0.1", "Status", 1);
        query.json(Map.of("Config", config, "Member", member, "Meta", Map.of(), "Stats", Map.of()));
    }

    private static Map<String, Object> checks(View view) {
        Map<String, Object> all = new LinkedHashMap<>();
        view.checks().forEach(check -> all.put(String.valueOf(check.get("CheckID")), check));
        return all;
    }

    private Entry known(Query query) {
        String id = query.path("id");
        return Label.find(catalog, Document.FACADE, id)
                .orElseThrow(
                        () -> ServiceException.notFound("Unknown service ID. Ensure that the service ID is passed"));
    }

    /// What a service without an address is registered at is the address of who registers it.
    private void register(Query query) {
        Said body = Said.read(query.exchange().bytes());
        ServiceSaid said = new ServiceSaid(body, query.exchange().peer());
        String name = said.name();
        String url = said.url();
        Origin origin = new Origin(Document.FACADE, said.id(), Document.text(said.document()));
        if (origin.document().length() > LONGEST_DOCUMENT) {
            throw ServiceException.invalid("the service", "must be at most " + LONGEST_DOCUMENT + " characters");
        }
        Map<String, String> meta = said.meta();
        Checks.require(url, meta);
        Registration registration = new Registration(
                name,
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                status(said, catalog.find(name, url), catalog.find(origin)),
                said.weight(),
                Optional.ofNullable(meta.get("zone")),
                Optional.ofNullable(meta.get("version")),
                Optional.empty(),
                Optional.of(meta),
                Optional.empty());
        leases.register(registration, origin, Duration.ZERO);
        checks.follow(name);
        query.done();
    }

    /// Who has checks is not well before the first of them says so, and stays as it is when it registers again. Who has
    /// none is well, whatever those said that it had. Maintenance stays.
    ///
    /// @param there the instance at that address
    /// @param same the one that its client calls the same
    private static Optional<InstanceStatus> status(ServiceSaid said, Optional<Entry> there, Optional<Entry> same) {
        boolean drained = Stream.concat(there.stream(), same.stream())
                .anyMatch(entry -> entry.status() == InstanceStatus.DRAINING);
        if (drained) {
            return Optional.of(InstanceStatus.DRAINING);
        }
        boolean stays = said.checked() && there.isPresent() && there.equals(same);
        return stays ? Optional.empty() : Optional.of(said.wellAtFirst() ? InstanceStatus.UP : InstanceStatus.DOWN);
    }

    private void deregister(Query query) {
        leases.deregister(leases.token(known(query)));
        query.done();
    }

    private void maintenance(Query query) {
        if (query.text("enable").filter(text -> !text.isEmpty()).isEmpty()) {
            throw ServiceException.invalid("enable", "must be given: true or false");
        }
        Entry entry = known(query);
        boolean well = checks.verdict(entry).filter(Health.CRITICAL::equals).isEmpty();
        InstanceStatus back = well ? InstanceStatus.UP : InstanceStatus.DOWN;
        boolean enable = query.flag("enable");
        if (enable || entry.status() == InstanceStatus.DRAINING) {
            InstanceStatus next = enable ? InstanceStatus.DRAINING : back;
            leases.change(leases.token(entry), new LeaseChange(Optional.of(next), Optional.empty()));
        }
        query.done();
    }

    private void note(Query query, Health health) {
        tell(query.path("id"), health, query.text("note").orElse(""));
        query.done();
    }

    private void update(Query query) {
        Said said = Said.read(query.exchange().bytes());
        Health health = switch (said.text("Status").orElse("")) {
            case "passing" -> Health.PASSING;
            case "warning" -> Health.WARNING;
            case "critical" -> Health.CRITICAL;
            default -> throw said.wrong("Status", "must be passing, warning or critical");
        };
        tell(query.path("id"), health, said.text("Output").orElse(""));
        query.done();
    }

    private void tell(String check, Health health, String output) {
        boolean told = holder(check)
                .filter(entry -> checks.tell(entry, check, health, output))
                .isPresent();
        if (!told) {
            throw ServiceException.of(Status.NOT_FOUND, "Unknown check ID. Ensure that the check ID is passed");
        }
    }

    /// Checks are called after their services, unless their clients call them otherwise.
    private Optional<Entry> holder(String check) {
        String id = check.startsWith("service:") ? check.substring("service:".length()) : check;
        int number = id.lastIndexOf(':');
        String first = number < 0 ? id : id.substring(0, number);
        return catalog.find(new Origin(Document.FACADE, id, ""))
                .filter(entry -> has(entry, check))
                .or(() -> catalog.find(new Origin(Document.FACADE, first, "")).filter(entry -> has(entry, check)))
                .or(() -> checks.holder(check));
    }

    private boolean has(Entry entry, String check) {
        return checks.states(entry).stream().anyMatch(state -> state.id().equals(check));
    }
}
