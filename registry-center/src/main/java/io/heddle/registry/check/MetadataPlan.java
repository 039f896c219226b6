package io.heddle.registry.check;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.text.Scalar;
import io.heddle.contract.text.TextFormatException;
import io.heddle.registry.check.reach.Target;
import io.heddle.registry.entry.Entry;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The check that an instance of any protocol may ask for in its metadata: `check_http` (a path of its own address) or
/// `check_tcp` (`true`), and with them `check_interval`, `check_timeout` and `check_deregister_after`.
final class MetadataPlan implements Plan {
    private static final String HTTP = "check_http";
    private static final String TCP = "check_tcp";
    /// What is longer is as good as never.
    private static final Duration LONGEST = Duration.ofDays(3650);

    @Override
    public List<Check> of(Entry entry) {
        Map<String, String> said = entry.details().metadata();
        if (!said.containsKey(HTTP) && !"true".equals(said.get(TCP))) {
            return List.of();
        }
        return asked(entry.service(), said).stream().toList();
    }

    /// Whether that is a URL with a host.
    static boolean addressed(String service) {
        try {
            return new URI(service).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /// The check that metadata ask for.
    ///
    /// @throws ServiceException 400 naming what is wrong
    static Optional<Check> asked(String service, Map<String, String> said) {
        String path = said.get(HTTP);
        if (path == null && !"true".equals(said.get(TCP))) {
            return Optional.empty();
        }
        URI address = URI.create(service);
        Target target = path == null ? tcp(address) : new Target.Http(url(service, address, path), "GET", Map.of());
        return Optional.of(new Check(
                "metadata",
                Optional.of(target),
                duration(said, "check_interval"),
                duration(said, "check_timeout"),
                duration(said, "check_deregister_after"),
                Optional.empty(),
                Optional.empty()));
    }

    private static Target tcp(URI address) {
        Target.Http whole = new Target.Http(address, "GET", Map.of());
        return new Target.Tcp(whole.host(), whole.port());
    }

    private static URI url(String service, URI address, String path) {
        try {
            if (!path.startsWith("/") || path.startsWith("//")) {
                throw new IllegalArgumentException(path);
            }
            URI whole = URI.create(address.getScheme() + "://" + address.getRawAuthority() + path);
            if (whole.getHost() == null || !whole.getHost().equals(address.getHost())) {
                throw new IllegalArgumentException(path);
            }
            return whole;
        } catch (IllegalArgumentException e) {
            ServiceException wrong =
                    ServiceException.invalid("metadata." + HTTP, "must be a path of " + service + " such as /health");
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static Optional<Duration> duration(Map<String, String> said, String name) {
        String text = said.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Scalar.DURATION.parse(text))
                    .filter(Duration::isPositive)
                    .map(time -> time.compareTo(LONGEST) > 0 ? LONGEST : time);
        } catch (TextFormatException e) {
            ServiceException wrong = ServiceException.invalid("metadata." + name, Scalar.DURATION.clause());
            wrong.initCause(e);
            throw wrong;
        }
    }
}
