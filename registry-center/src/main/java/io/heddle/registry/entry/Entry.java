package io.heddle.registry.entry;

import io.heddle.kit.registry.Instance;
import io.heddle.kit.registry.InstanceStatus;
import java.math.BigDecimal;
import java.net.URI;

/// One instance as it is now. A change is another entry with the same identity (name, service).
///
/// @param name the name of the service
/// @param service the address, a checked URL
/// @param details what it shares with others
/// @param status whether it should be called
/// @param held whether it is kept past its lease by protection
/// @param weight its share of traffic
/// @param registeredMillis when it registered, epoch milliseconds
/// @param origin what a client of another protocol calls it
/// @param beat what keeps it alive
public record Entry(
        String name,
        String service,
        Details details,
        InstanceStatus status,
        boolean held,
        int weight,
        long registeredMillis,
        Origin origin,
        Beat beat) {
    /// The same in another status.
    public Entry with(InstanceStatus newStatus, boolean newHeld) {
        return new Entry(name, service, details, newStatus, newHeld, weight, registeredMillis, origin, beat);
    }

    /// The same, not kept past its lease.
    public Entry unheld() {
        return held ? with(status, false) : this;
    }

    /// The same with another weight.
    public Entry with(int newWeight) {
        return new Entry(name, service, details, status, held, newWeight, registeredMillis, origin, beat);
    }

    /// The host of the address, brackets of an IPv6 literal left out.
    public String host() {
        return host(URI.create(service));
    }

    /// The port of the address, that of its scheme when it names none.
    public int port() {
        return port(URI.create(service));
    }

    private static String host(URI address) {
        String host = address.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    /// As the registry shows it.
    public Instance instance() {
        URI address = URI.create(service);
        return new Instance(
                name,
                service,
                seconds(registeredMillis),
                seconds(beat.lastMillis()),
                host(address),
                port(address),
                status,
                held,
                weight,
                details.zone(),
                details.version(),
                seconds(details.ttl().toMillis()),
                details.metadata(),
                details.methods());
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, 3);
    }
}
