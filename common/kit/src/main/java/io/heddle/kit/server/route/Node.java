package io.heddle.kit.server.route;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One place in the tree: what is there, and where it goes on. Built by one thread, then only read.
final class Node<T> {
    /// A route at the end of its path.
    record Leaf<T>(T target, Template template) {}

    final Map<String, Node<T>> literals = new HashMap<>();
    final Map<String, Leaf<T>> leaves = new TreeMap<>();

    @Nullable
    Node<T> one;

    @Nullable
    Node<T> rest;

    Node<T> next(Template.Step step) {
        return switch (step) {
            case Template.Step.Literal literal -> literals.computeIfAbsent(literal.text(), text -> new Node<>());
            case Template.Step.One ignored -> {
                one = Objects.requireNonNullElseGet(one, Node::new);
                yield one;
            }
            case Template.Step.Rest ignored -> {
                rest = Objects.requireNonNullElseGet(rest, Node::new);
                yield rest;
            }
        };
    }

    @Nullable
    Leaf<T> leaf(String method) {
        Leaf<T> leaf = leaves.get(method);
        return leaf == null && method.equals("HEAD") ? leaves.get("GET") : leaf;
    }
}
