package io.heddle.kit.config;

import io.helidon.config.Config;
import io.helidon.config.spi.ConfigContent.NodeContent;
import io.helidon.config.spi.ConfigNode;
import io.helidon.config.spi.ConfigNode.ListNode;
import io.helidon.config.spi.ConfigNode.ObjectNode;
import io.helidon.config.spi.ConfigNode.ValueNode;
import io.helidon.config.spi.EventConfigSource;
import io.helidon.config.spi.NodeConfigSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/// Helidon's view of what the centre gives: a tree that is pushed, one JSON object a section.
final class PushedSource implements NodeConfigSource, EventConfigSource {
    private volatile ObjectNode tree = ObjectNode.empty();
    private volatile BiConsumer<String, ConfigNode> listener = (_, _) -> {};

    @Override
    public Optional<NodeContent> load() {
        return Optional.of(NodeContent.builder().node(tree).build());
    }

    @Override
    public void onChange(BiConsumer<String, ConfigNode> changes) {
        listener = changes;
    }

    /// Puts other sections in place of all that were pushed before; the tree that holds them is built when it
    /// returns.
    void push(Map<String, JsonNode> sections) {
        ObjectNode.Builder builder = ObjectNode.builder();
        sections.forEach((name, section) -> add(builder, name, section));
        tree = builder.build();
        listener.accept("", tree);
    }

    @Override
    public String description() {
        return "config centre";
    }

    /// A null counts as absent, so that a weaker source may say.
    private static void add(ObjectNode.Builder object, String name, JsonNode value) {
        if (!value.isNull()) {
            object.addNode(Config.Key.escapeName(name), node(value));
        }
    }

    private static ConfigNode node(JsonNode value) {
        if (value.isObject()) {
            ObjectNode.Builder object = ObjectNode.builder();
            value.properties().forEach(property -> add(object, property.getKey(), property.getValue()));
            return object.build();
        }
        if (value.isArray()) {
            ListNode.Builder list = ListNode.builder();
            value.forEach(item -> add(list, node(item)));
            return list.build();
        }
        return ValueNode.create(value.isNull() ? "" : value.asString());
    }

    private static void add(ListNode.Builder list, ConfigNode item) {
        switch (item) {
            case ObjectNode object -> list.addObject(object);
            case ListNode inner -> list.addList(inner);
            case ValueNode leaf -> list.addValue(leaf);
            default -> throw new IllegalArgumentException("a node of no known kind");
        }
    }
}
