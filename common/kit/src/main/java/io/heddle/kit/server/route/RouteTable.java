package io.heddle.kit.server.route;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.server.text.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Routes by method and raw path. Add all routes first, from one thread; thereafter any thread may look up.
///
/// The raw path is cut at its slashes and each segment is decoded by itself, so an encoded slash is part of one
/// segment. A literal goes before a parameter, and that before the rest of the path. An empty segment only matches
/// within a rest, a segment `.` or `..`, encoded or not, is refused, and `;` is a plain character.
///
/// @param <T> what answers a route
public final class RouteTable<T> {
    private static final Set<String> READ = Set.of("GET", "HEAD");

    private final Node<T> root = new Node<>();

    /// Adds a route.
    ///
    /// @throws IllegalArgumentException when the template is malformed or the method and path are there already
    public void add(String method, String template, T target) {
        Template parsed = Template.parse(template);
        Node<T> node = root;
        for (Template.Step step : parsed.steps()) {
            node = node.next(step);
        }
        if (node.leaves.putIfAbsent(method, new Node.Leaf<>(target, parsed)) != null) {
            throw new IllegalArgumentException("there is a route " + method + " " + template + " already");
        }
    }

    /// Looks a path up.
    ///
    /// @param path the raw path, beginning with a slash, without the query
    /// @throws ServiceException 400 when the path is malformed
    public Match<T> match(String method, String path) {
        List<String> segments = segments(path);
        Search search = new Search(method, segments);
        search.walk(root, 0);
        Node.@Nullable Leaf<T> leaf = search.leaf;
        if (leaf != null) {
            return new Match.Found<>(leaf.target(), leaf.template().names(), search.found);
        }
        return search.allowed.isEmpty() ? new Match.Missing<>() : new Match.WrongMethod<>(search.allowed);
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(8);
        for (int from = 1; from < path.length(); ) {
            int to = path.indexOf('/', from);
            to = to < 0 ? path.length() : to;
            String segment = RawText.decode(path.substring(from, to));
            if (segment.equals(".") || segment.equals("..")) {
                throw ServiceException.of(Status.BAD_REQUEST, "the path holds a dot segment");
            }
            segments.add(segment);
            from = to + 1;
        }
        if (path.length() > 1 && path.endsWith("/")) {
            segments.add("");
        }
        return segments;
    }

    /// One walk through the tree; the depth is that of the deepest template.
    private final class Search {
        private final String method;
        private final List<String> segments;
        private final List<String> texts = new ArrayList<>(4);
        private final Set<String> allowed = new TreeSet<>();
        private List<String> found = List.of();
        private Node.@Nullable Leaf<T> leaf;

        Search(String method, List<String> segments) {
            this.method = method;
            this.segments = segments;
        }

        boolean walk(Node<T> node, int at) {
            if (at == segments.size()) {
                return end(node);
            }
            String segment = segments.get(at);
            if (segment.isEmpty()) {
                return rest(node, at);
            }
            Node<T> literal = node.literals.get(segment);
            return (literal != null && walk(literal, at + 1)) || one(node, at) || rest(node, at);
        }

        private boolean one(Node<T> node, int at) {
            if (node.one == null) {
                return false;
            }
            texts.add(segments.get(at));
            boolean matched = walk(node.one, at + 1);
            texts.removeLast();
            return matched;
        }

        private boolean rest(Node<T> node, int at) {
            if (node.rest == null) {
                return false;
            }
            texts.add(String.join("/", segments.subList(at, segments.size())));
            boolean matched = end(node.rest);
            texts.removeLast();
            return matched;
        }

        private boolean end(Node<T> node) {
            Node.Leaf<T> there = node.leaf(method);
            if (there == null) {
                allowed.addAll(node.leaves.keySet());
                if (node.leaves.containsKey("GET")) {
                    allowed.addAll(READ);
                }
                return false;
            }
            leaf = there;
            found = texts.isEmpty() ? List.of() : List.copyOf(texts);
            return true;
        }
    }
}
