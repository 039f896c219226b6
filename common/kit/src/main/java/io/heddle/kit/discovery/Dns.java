package io.heddle.kit.discovery;

import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.discovery.DiscoverySettings.DnsSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/// Looks up where a service is: its SRV records (RFC 2782), of which those of the best priority count, else the
/// addresses of its name. Blocks for the time-outs of the settings.
final class Dns {
    private static final int TRIES = 2;
    /// SRV weights go to 65535, ours to 1000.
    private static final int HEAVIEST = 1000;

    private static final int USUAL = 100;

    private final DnsSettings settings;

    Dns(DnsSettings settings) {
        this.settings = settings;
    }

    /// One SRV record.
    private record Srv(int priority, int weight, int port, String host) {
        static Srv parse(String text) {
            String[] parts = text.split(" ", -1);
            String host = parts[3].endsWith(".") ? parts[3].substring(0, parts[3].length() - 1) : parts[3];
            return new Srv(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), host);
        }
    }

    /// The instances of a service, in a stable order.
    ///
    /// @throws NamingException when nobody can say
    List<Target> instances(String service) throws NamingException {
        String name = settings.domain().isEmpty() ? service : service + '.' + settings.domain();
        InitialDirContext context = new InitialDirContext(environment());
        try {
            List<Srv> records = records(context, settings.srv() + '.' + name, "SRV").stream()
                    .map(Srv::parse)
                    .toList();
            return records.isEmpty() ? addresses(context, name) : targets(records);
        } finally {
            context.close();
        }
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes nothing else
    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        if (!settings.server().isEmpty()) {
            environment.put(Context.PROVIDER_URL, "dns://" + settings.server());
        }
        environment.put(
                "com.sun.jndi.dns.timeout.initial",
                Long.toString(settings.timeout().toMillis()));
        environment.put("com.sun.jndi.dns.timeout.retries", Integer.toString(TRIES));
        return environment;
    }

    @SuppressWarnings("BanJNDI") // the factory is that of DNS, whose attributes are texts
    private static List<String> records(InitialDirContext context, String name, String type) throws NamingException {
        List<String> texts = new ArrayList<>();
        try {
            Attribute records = context.getAttributes(name, new String[] {type}).get(type);
            if (records != null) {
                for (NamingEnumeration<?> each = records.getAll(); each.hasMore(); ) {
                    texts.add(String.valueOf(each.next()));
                }
            }
        } catch (NameNotFoundException e) {
            return List.of();
        }
        return texts;
    }

    /// A record whose host is the root says that the service is not offered at all.
    private List<Target> targets(List<Srv> records) {
        List<Srv> offered =
                records.stream().filter(srv -> !srv.host().isEmpty()).toList();
        int best = offered.stream().mapToInt(Srv::priority).min().orElse(0);
        List<Srv> used = offered.stream().filter(srv -> srv.priority() == best).toList();
        int heaviest = used.stream().mapToInt(Srv::weight).max().orElse(0);
        return used.stream()
                .map(srv -> target(srv.host(), srv.port(), weight(srv, heaviest)))
                .sorted(Comparator.comparing(Target::id))
                .toList();
    }

    /// Where all weigh nothing, all weigh the same; where only some do, they have a very small share.
    private static int weight(Srv srv, int heaviest) {
        if (heaviest == 0) {
            return USUAL;
        }
        return heaviest <= HEAVIEST ? Math.max(1, srv.weight()) : Math.max(1, srv.weight() * HEAVIEST / heaviest);
    }

    private List<Target> addresses(InitialDirContext context, String name) throws NamingException {
        List<String> hosts = new ArrayList<>(records(context, name, "A"));
        if (hosts.isEmpty()) {
            hosts.addAll(records(context, name, "AAAA"));
        }
        return hosts.stream()
                .sorted()
                .map(host -> target(host, settings.port(), USUAL))
                .toList();
    }

    private Target target(String host, int port, int weight) {
        return new Target(host + ':' + port, host, port, settings.tls(), weight, "");
    }
}
