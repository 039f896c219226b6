package io.heddle.configcenter;

import io.heddle.configcenter.access.Visitor;
import io.heddle.configcenter.catalog.Catalog;
import io.heddle.configcenter.entry.EntryKey;
import io.heddle.contract.reply.Prepared.Ready;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/// `GET /config-center/{config_name}/{service}`: the JSON object as it was published, outside any envelope, `{}`
/// when there is none. `label` and `instance` say for whom.
final class ConfigRoute implements Routes {
    private static final Ready<ObjectNode> NOTHING =
            new Ready<>("{}".getBytes(StandardCharsets.UTF_8), new byte[0], "0");

    private final Catalog catalog;

    ConfigRoute(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void addTo(Router router) {
        router.add("GET", "/config-center/{config_name}/{service}", "ConfigRoute.value", this::value);
    }

    private void value(Exchange exchange) {
        String service = EntryKey.name("service", exchange.path().one("service", Scalar.STRING));
        String config = EntryKey.name("config_name", exchange.path().one("config_name", Scalar.STRING));
        String label = exchange.query().optional("label", Scalar.STRING).orElse("");
        String instance = exchange.query().optional("instance", Scalar.STRING).orElse("");
        Visitor visitor = Visitor.current();
        visitor.mayRead(service);
        EntryKey key = new EntryKey(config, service, label.isEmpty() ? "" : EntryKey.name("label", label));
        exchange.prepared(catalog.find(key, instance)
                .map(content -> content.bytes(visitor.reveals(service)))
                .orElse(NOTHING));
    }
}
