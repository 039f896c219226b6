package io.heddle.registry.admission;

import io.heddle.contract.ServiceName;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.entry.Details;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides what may be registered. Every refusal has a code and names the field.
public final class Admission {
    private static final int MAX_WEIGHT = 1000;

    private final AdmissionSettings limits;
    private final Interner interner = new Interner();

    /// Makes one with its limits.
    public Admission(AdmissionSettings limits) {
        this.limits = limits;
    }

    /// Checks what an instance says of itself.
    ///
    /// @throws ServiceException 400 naming the field that is wrong
    public Draft draft(Registration said) {
        return draft(said, Origin.NATIVE, ttl(said.ttl()));
    }

    /// The same for one that came through a facade.
    ///
    /// @param ttl how long it lives without a beat; zero for one that stays until it is taken out
    public Draft draft(Registration said, Origin origin, Duration ttl) {
        require(
                ServiceName.valid(said.name()),
                "invalid_name",
                "name",
                "must be 1 to 63 lower case letters, digits, dots, dashes or underscores, first a letter");
        Address address = Address.parse(said.service(), limits.urlLength());
        said.host()
                .ifPresent(host -> require(
                        host.equalsIgnoreCase(address.host()), "invalid_host", "host", "must be the host in service"));
        said.port()
                .ifPresent(
                        port -> require(port == address.port(), "invalid_port", "port", "must be the port in service"));
        said.weight().ifPresent(Admission::checkWeight);
        said.status().ifPresent(Admission::checkStatus);
        Details details = new Details(
                text(said.zone(), "zone"),
                text(said.version(), "version"),
                ttl,
                metadata(said.metadata().orElse(Map.of())),
                methods(said.methods().orElse(List.of())));
        return new Draft(said.name(), said.service(), interner.shared(details), said.status(), said.weight(), origin);
    }

    /// Checks that there is room for one more.
    ///
    /// @throws ServiceException 429 naming what is full
    public void room(String name, Catalog catalog) {
        int count = catalog.count(name);
        full(
                count == 0 && catalog.serviceCount() >= limits.services(),
                "too_many_services",
                "would be one more service than the " + limits.services() + " that this registry takes");
        full(
                count >= limits.instancesPerService(),
                "too_many_instances_of_service",
                "has the " + limits.instancesPerService() + " instances that a service may have");
        full(
                catalog.size() >= limits.instances(),
                "too_many_instances",
                "cannot be added: this registry holds its " + limits.instances() + " instances");
    }

    /// Checks a weight.
    public static void checkWeight(int weight) {
        require(weight >= 0 && weight <= MAX_WEIGHT, "invalid_weight", "weight", "must be from 0 to " + MAX_WEIGHT);
    }

    /// Checks a status that somebody asks for.
    public static void checkStatus(InstanceStatus status) {
        require(
                status != InstanceStatus.SUSPECT,
                "invalid_status",
                "status",
                "must be UP, DRAINING or DOWN; the registry itself decides what is suspect");
    }

    /// Checks how many leases are renewed at once.
    public void batch(int size) {
        require(size <= limits.batch(), "batch_too_large", "tokens", "must be at most " + limits.batch());
    }

    /// Shares what a restored instance has in common with others.
    public Entry shared(Entry entry) {
        return new Entry(
                entry.name(),
                entry.service(),
                interner.shared(entry.details()),
                entry.status(),
                entry.held(),
                entry.weight(),
                entry.registeredMillis(),
                entry.origin(),
                entry.beat());
    }

    private Duration ttl(Optional<BigDecimal> seconds) {
        if (seconds.isEmpty()) {
            return limits.ttl();
        }
        BigDecimal asked = seconds.get();
        BigDecimal shortest = BigDecimal.valueOf(limits.minTtl().toMillis(), 3);
        BigDecimal longest = BigDecimal.valueOf(limits.maxTtl().toMillis(), 3);
        require(
                asked.compareTo(shortest) >= 0 && asked.compareTo(longest) <= 0,
                "invalid_ttl",
                "ttl",
                "must be from " + limits.minTtl().toSeconds() + " to "
                        + limits.maxTtl().toSeconds() + " seconds");
        return Duration.ofMillis(asked.movePointRight(3).longValue());
    }

    private Map<String, String> metadata(Map<String, String> said) {
        require(
                said.size() <= limits.metadataEntries(),
                "too_much_metadata",
                "metadata",
                "must have at most " + limits.metadataEntries() + " entries");
        long bytes = 0;
        for (Map.Entry<String, String> entry : said.entrySet()) {
            require(
                    entry.getKey() != null && entry.getValue() != null,
                    "invalid_metadata",
                    "metadata",
                    "must have a text for every name");
            require(
                    entry.getKey().length() <= limits.textLength(),
                    "invalid_metadata",
                    "metadata",
                    "must have names of at most " + limits.textLength() + " characters");
            bytes += size(entry.getKey()) + size(entry.getValue());
        }
        require(
                bytes <= limits.metadataBytes(),
                "too_much_metadata",
                "metadata",
                "must be at most " + limits.metadataBytes() + " bytes");
        return said;
    }

    private List<String> methods(List<String> said) {
        require(said.size() <= limits.methods(), "too_many_methods", "methods", "must be at most " + limits.methods());
        for (String method : said) {
            require(
                    method != null && !method.isBlank() && method.length() <= limits.textLength(),
                    "invalid_methods",
                    "methods",
                    "must each have 1 to " + limits.textLength() + " characters");
        }
        return said;
    }

    private String text(Optional<String> said, String field) {
        String text = said.orElse("");
        require(
                text.length() <= limits.textLength() && text.chars().noneMatch(Character::isISOControl),
                "invalid_" + field,
                field,
                "must be at most " + limits.textLength() + " printable characters");
        return text;
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void full(boolean tooMany, String code, String message) {
        if (tooMany) {
            throw refusal(Status.TOO_MANY_REQUESTS, code, "name", message);
        }
    }

    static void require(boolean holds, String code, String field, String message) {
        if (!holds) {
            throw refusal(Status.BAD_REQUEST, code, field, message);
        }
    }

    private static ServiceException refusal(Status status, String code, String field, String message) {
        return new ServiceException(status, code, field + " " + message, List.of(new Violation(field, message)));
    }
}
