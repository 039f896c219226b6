package io.heddle.registry.consul;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.registry.foreign.Said;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A registration as the client said it.
///
/// @param said all of it
/// @param peer where it came from: the address of a service that does not say
record ServiceSaid(Said said, String peer) {
    private static final int MOST_CHECKS = 8;
    private static final int MOST_TAGS = 64;
    private static final int LONGEST = 256;
    private static final int HUNDRED = 100;
    private static final int MOST_WEIGHT = 1000;

    /// As the client writes it.
    String title() {
        return said.text("Name")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> ServiceException.of(Status.BAD_REQUEST, "Missing service name: Name must be given"));
    }

    /// As the registry has it.
    String name() {
        return title().toLowerCase(Locale.ROOT);
    }

    String id() {
        String id = said.text("ID").filter(text -> !text.isBlank()).orElseGet(this::title);
        if (id.length() > LONGEST || id.chars().anyMatch(Character::isISOControl)) {
            throw said.wrong("ID", "must be at most " + LONGEST + " printable characters");
        }
        return id;
    }

    long port() {
        long port = said.number("Port").orElse(0L);
        if (port < 0 || port > 65_535) {
            throw said.wrong("Port", "must be from 0 to 65535");
        }
        return port;
    }

    String address() {
        return said.text("Address").filter(text -> !text.isBlank()).orElse(peer);
    }

    /// Services that name no port differ by their ids alone.
    String url() {
        String host = address().contains(":") && !address().startsWith("[") ? '[' + address() + ']' : address();
        boolean secure = "true".equals(meta().get("secure")) || tags().contains("secure=true");
        String end = port() > 0 ? ":" + port() : "/" + URLEncoder.encode(id(), StandardCharsets.UTF_8);
        try {
            URI url = new URI((secure ? "https://" : "http://") + host + end);
            if (host.equals(url.getHost())) {
                return url.toString();
            }
            throw said.wrong("Address", "must be the name or address of a host");
        } catch (URISyntaxException e) {
            throw said.wrong("Address", "must be the name or address of a host");
        }
    }

    List<String> tags() {
        List<String> tags = said.texts("Tags");
        if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.length() > LONGEST)) {
            throw said.wrong("Tags", "must be at most " + MOST_TAGS + ", each of at most " + LONGEST + " characters");
        }
        return tags;
    }

    Map<String, String> meta() {
        return said.object("Meta").map(Said::pairs).orElse(Map.of());
    }

    private Optional<Said> weights() {
        return said.object("Weights");
    }

    /// 100 for each unit of theirs, as 100 is usual here and 1 there.
    Optional<Integer> weight() {
        return weights()
                .flatMap(weights -> weights.number("Passing"))
                .map(passing -> Math.clamp(passing, 0, MOST_WEIGHT / HUNDRED) * HUNDRED);
    }

    private List<CheckSaid> checks() {
        List<Said> all = new ArrayList<>(said.objects("Check"));
        all.addAll(said.objects("Checks"));
        if (all.size() > MOST_CHECKS) {
            throw said.wrong("Checks", "must be at most " + MOST_CHECKS);
        }
        return all.stream().map(CheckSaid::new).toList();
    }

    /// Whether anything checks it, be it asked for in its metadata.
    boolean checked() {
        return !checks().isEmpty() || meta().keySet().stream().anyMatch(name -> name.startsWith("check_"));
    }

    boolean wellAtFirst() {
        return checks().stream().allMatch(CheckSaid::passesAtFirst);
    }

    /// What is kept beyond what an entry holds.
    Map<String, Object> document() {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("Name", title());
        kept.put("Address", said.text("Address").orElse(""));
        kept.put("Port", port());
        kept.put("Tags", tags());
        kept.put("EnableTagOverride", said.truth("EnableTagOverride"));
        List<CheckSaid> checks = checks();
        List<Map<String, Object>> definitions = new ArrayList<>();
        for (CheckSaid check : checks) {
            String suffix = checks.size() == 1 ? "" : ":" + (definitions.size() + 1);
            definitions.add(check.kept("service:" + id() + suffix, title()));
        }
        kept.put("Checks", definitions);
        return kept;
    }
}
