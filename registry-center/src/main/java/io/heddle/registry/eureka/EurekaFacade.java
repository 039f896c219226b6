package io.heddle.registry.eureka;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.kit.server.text.RawText;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.foreign.Said;
import io.heddle.registry.lease.Leases;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The REST of Netflix Eureka under `/eureka` and `/eureka/v2`, each path with and without a slash at its end.
///
/// Errors have no body, but for the sentence that a wrong registration is answered with. The shapes are those that its
/// own client and Spring's send and expect.
public final class EurekaFacade implements Routes {
    private static final byte[] NOTHING = new byte[0];
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final Catalog catalog;
    private final Registrations registrations;
    private final Applications applications;
    private final Deltas deltas;

    /// Makes it; it hears of every change of the catalog from then on.
    public EurekaFacade(Catalog catalog, Leases leases, InstantSource time) {
        this.catalog = catalog;
        this.registrations = new Registrations(catalog, leases);
        this.applications = new Applications(catalog);
        this.deltas = new Deltas(catalog, applications, time);
        catalog.listen((_, revision) -> deltas.changed(revision));
    }

    @Override
    public void addTo(Router router) {
        String all = "/eureka/{path:+}";
        router.add("GET", all, "EurekaFacade.get", exchange -> answer(exchange, this::get));
        router.add("POST", all, "EurekaFacade.register", exchange -> answer(exchange, this::post));
        router.add("PUT", all, "EurekaFacade.put", exchange -> answer(exchange, this::put));
        router.add("DELETE", all, "EurekaFacade.delete", exchange -> answer(exchange, this::delete));
    }

    /// Answers a path, whose parts are decoded.
    private interface Part {
        /// False when there is no such path.
        boolean answer(Exchange exchange, List<String> path);
    }

    private static void answer(Exchange exchange, Part part) {
        try {
            if (!part.answer(exchange, path(exchange.rawTarget()))) {
                status(exchange, 404);
            }
        } catch (ServiceException e) {
            boolean told = e.status() == Status.BAD_REQUEST && exchange.method().equals("POST");
            byte[] text = told ? e.sentence().getBytes(StandardCharsets.UTF_8) : NOTHING;
            if (told) {
                exchange.header("Content-Type", PLAIN);
            }
            exchange.raw(e.status().code(), text, text.length);
        }
    }

    /// What is behind `/eureka` and `/v2`, without what is empty.
    private static List<String> path(String target) {
        int query = target.indexOf('?');
        String raw = query < 0 ? target : target.substring(0, query);
        List<String> parts = new ArrayList<>(Arrays.stream(raw.split("/"))
                .filter(part -> !part.isEmpty())
                .map(RawText::decode)
                .toList());
        parts.removeFirst();
        if (!parts.isEmpty() && parts.getFirst().equals("v2")) {
            parts.removeFirst();
        }
        return parts;
    }

    private static boolean status(Exchange exchange, int status) {
        exchange.raw(status, NOTHING, 0);
        return true;
    }

    private boolean get(Exchange exchange, List<String> path) {
        int size = path.size();
        Optional<Ready> found = switch (size == 0 ? "" : path.getFirst() + ' ' + size) {
            case "apps 1" -> Optional.of(applications.all());
            case "apps 2" -> path.get(1).equals("delta") ? deltas.delta() : application(path.get(1));
            case "apps 3" -> registrations.find(upper(path.get(1)), path.get(2)).map(this::instance);
            case "instances 2" -> byId(path.get(1)).map(this::instance);
            case "vips 2" -> byAddress("vipAddress", path.get(1));
            case "svips 2" -> byAddress("secureVipAddress", path.get(1));
            default -> Optional.empty();
        };
        found.ifPresent(ready -> ready.answer(exchange));
        return found.isPresent();
    }

    private static String upper(String app) {
        return app.toUpperCase(Locale.ROOT);
    }

    private Ready instance(Entry entry) {
        return applications.one("instance", Shown.instance(entry, "ADDED"));
    }

    private Optional<Ready> application(String app) {
        List<Map<String, Object>> instances = shown(catalog.entries(Applications.service(app)));
        return instances.isEmpty()
                ? Optional.empty()
                : Optional.of(applications.one("application", Applications.application(instances)));
    }

    private static List<Map<String, Object>> shown(List<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::service))
                .map(entry -> Shown.instance(entry, "ADDED"))
                .toList();
    }

    private Optional<Entry> byId(String id) {
        return catalog.entries().filter(entry -> Shown.id(entry).equals(id)).findFirst();
    }

    private Optional<Ready> byAddress(String field, String address) {
        Predicate<Map<String, Object>> named = instance -> Arrays.asList(
                        String.valueOf(instance.getOrDefault(field, "")).split(","))
                .contains(address);
        List<Map<String, Object>> instances =
                shown(catalog.entries().toList()).stream().filter(named).toList();
        return instances.isEmpty()
                ? Optional.empty()
                : Optional.of(applications.some(instances, applications.all().hash()));
    }

    private boolean post(Exchange exchange, List<String> path) {
        if (path.size() != 2 || !path.getFirst().equals("apps")) {
            return false;
        }
        Request said = Request.of(body(exchange));
        if (!said.app().equals(upper(path.get(1)))) {
            throw ServiceException.of(
                    Status.BAD_REQUEST, "Mismatched appName, expecting " + upper(path.get(1)) + " but was another");
        }
        registrations.register(said);
        return status(exchange, 204);
    }

    private static Said body(Exchange exchange) {
        String type = exchange.headers()
                .list("Content-Type", Scalar.STRING)
                .toString()
                .toLowerCase(Locale.ROOT);
        byte[] bytes = exchange.bytes();
        if (type.contains("xml") || (bytes.length > 0 && bytes[0] == '<')) {
            return Said.of(XmlBody.read(bytes));
        }
        Said whole = Said.read(bytes);
        return whole.object("instance")
                .orElseThrow(() -> whole.wrong("instance", "must be there, as {\"instance\":{...}}"));
    }

    private boolean put(Exchange exchange, List<String> path) {
        if (path.size() < 3 || path.size() > 4 || !path.getFirst().equals("apps")) {
            return false;
        }
        String app = upper(path.get(1));
        if (path.size() == 3) {
            Optional<Long> dirty = exchange.query().optional("lastDirtyTimestamp", Scalar.LONG);
            return registrations.renew(app, path.get(2), dirty) && status(exchange, 200);
        }
        Optional<Entry> entry = registrations.find(app, path.get(2));
        return entry.isPresent()
                && switch (path.get(3)) {
                    case "status" -> override(exchange, entry.get(), true);
                    case "metadata" -> {
                        registrations.metadata(entry.get(), exchange.query().map());
                        yield status(exchange, 200);
                    }
                    default -> false;
                };
    }

    private boolean override(Exchange exchange, Entry entry, boolean needed) {
        Optional<String> text = exchange.query().optional("value", Scalar.STRING);
        Optional<Word> word = text.flatMap(Word::of);
        if (needed && word.isEmpty()) {
            throw ServiceException.invalid("value", "must be one of " + Arrays.toString(Word.values()));
        }
        registrations.override(entry, needed ? word.orElse(Word.UNKNOWN) : Word.UNKNOWN);
        return status(exchange, 200);
    }

    private boolean delete(Exchange exchange, List<String> path) {
        if (path.size() < 3 || path.size() > 4 || !path.getFirst().equals("apps")) {
            return false;
        }
        Optional<Entry> entry = registrations.find(upper(path.get(1)), path.get(2));
        if (entry.isEmpty()) {
            return false;
        }
        if (path.size() == 4) {
            return path.get(3).equals("status") && override(exchange, entry.get(), false);
        }
        registrations.remove(entry.get());
        return status(exchange, 200);
    }
}
