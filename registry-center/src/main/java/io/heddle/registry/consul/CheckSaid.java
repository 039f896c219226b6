package io.heddle.registry.consul;

import io.heddle.kit.watch.GoDuration;
import io.heddle.registry.check.Check;
import io.heddle.registry.check.reach.Target;
import io.heddle.registry.foreign.Said;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the definition of a check, as clients write it and as it is kept.
final class CheckSaid {
    private static final List<String> OTHERS = List.of(
            "Script", "Args", "ScriptArgs", "DockerContainerID", "GRPC", "UDP", "H2PING", "OSService", "AliasService");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{0,1024}");
    private static final int MOST_HEADERS = 16;
    private static final int LONGEST = 1024;

    private final Said said;

    CheckSaid(Said said) {
        this.said = said;
    }

    /// What is kept of it, checked.
    ///
    /// @param id what it is called when it does not say
    Map<String, Object> kept(String id, String name) {
        target();
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("CheckID", said.text("CheckID").or(() -> said.text("ID")).orElse(id));
        kept.put("Name", said.text("Name").orElse("Service '" + name + "' check"));
        for (String field : List.of(
                "Notes",
                "TTL",
                "HTTP",
                "TCP",
                "Method",
                "Interval",
                "Timeout",
                "DeregisterCriticalServiceAfter",
                "FailuresBeforeCritical",
                "SuccessBeforePassing")) {
            said.text(field).filter(text -> !text.isEmpty()).ifPresent(text -> {
                if (text.length() > LONGEST) {
                    throw said.wrong(field, "must be at most " + LONGEST + " characters");
                }
                kept.put(field, text);
            });
        }
        Map<String, String> headers = said.object("Header").map(Said::firsts).orElse(Map.of());
        if (!headers.isEmpty()) {
            kept.put("Header", headers);
        }
        new CheckSaid(Said.of(kept)).check();
        return kept;
    }

    /// Whether the instance counts as well before the first look.
    boolean passesAtFirst() {
        return said.text("Status").filter("passing"::equalsIgnoreCase).isPresent();
    }

    /// What is to be done.
    Check check() {
        return new Check(
                said.text("CheckID").orElse(""),
                target(),
                duration("TTL").or(() -> duration("Interval")),
                duration("Timeout"),
                duration("DeregisterCriticalServiceAfter"),
                count("FailuresBeforeCritical"),
                count("SuccessBeforePassing"));
    }

    private Optional<Target> target() {
        if (said.has("HTTP")) {
            return Optional.of(http(said.text("HTTP").orElse("")));
        }
        if (said.has("TCP")) {
            return Optional.of(tcp(said.text("TCP").orElse("")));
        }
        if (said.has("TTL")) {
            return Optional.empty();
        }
        throw OTHERS.stream()
                .filter(said::has)
                .findFirst()
                .map(field -> said.wrong(field, "is a check that is not made here: use TTL, HTTP or TCP"))
                .orElseGet(() -> said.wrong("Check", "must have TTL, HTTP or TCP"));
    }

    private Target http(String text) {
        try {
            URI url = new URI(text);
            boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (!http
                    || url.getHost() == null
                    || url.getPort() > 65_535
                    || !PRINTABLE.matcher(text).matches()) {
                throw said.wrong("HTTP", "must be an http or https URL");
            }
            return new Target.Http(url, method(), headers());
        } catch (URISyntaxException e) {
            throw said.wrong("HTTP", "must be an http or https URL");
        }
    }

    private String method() {
        String method = said.text("Method").orElse("GET");
        if (!TOKEN.matcher(method).matches()) {
            throw said.wrong("Method", "must be an HTTP method");
        }
        return method;
    }

    private Map<String, String> headers() {
        Map<String, String> headers = said.object("Header").map(Said::firsts).orElse(Map.of());
        boolean fine = headers.size() <= MOST_HEADERS
                && headers.entrySet().stream()
                        .allMatch(header -> TOKEN.matcher(header.getKey()).matches()
                                && PRINTABLE.matcher(header.getValue()).matches());
        if (!fine) {
            throw said.wrong("Header", "must be at most " + MOST_HEADERS + " headers of printable characters");
        }
        return headers;
    }

    private Target tcp(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            String host = colon < 0 ? "" : text.substring(0, colon);
            boolean bracketed = host.startsWith("[") && host.endsWith("]");
            if (port < 1 || port > 65_535 || host.isBlank()) {
                throw said.wrong("TCP", "must be host:port");
            }
            return new Target.Tcp(bracketed ? host.substring(1, host.length() - 1) : host, port);
        } catch (NumberFormatException e) {
            throw said.wrong("TCP", "must be host:port");
        }
    }

    private Optional<Duration> duration(String field) {
        return said.text(field)
                .filter(text -> !text.isEmpty())
                .map(text -> GoDuration.of(field, text).time())
                .filter(Duration::isPositive);
    }

    private Optional<Integer> count(String field) {
        return said.number(field).map(number -> Math.clamp(number, 1, 100));
    }
}
