package io.heddle.registry.zookeeper;

import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.zookeeper.Znodes.FailedException;
import io.heddle.registry.zookeeper.ZooKeeperSettings.Layout;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Our instances in ZooKeeper. Used by one thread.
final class Published {
    private final Znodes znodes;
    private final Layout layout;
    private final Map<Place, String> paths = new HashMap<>();
    private final Set<String> doomed = new HashSet<>();
    private long session;

    /// A provider in a folder.
    private record Place(String folder, Provider provider) {}

    Published(Znodes znodes, Layout layout) {
        this.znodes = znodes;
        this.layout = layout;
    }

    /// Names there what is up here, and nothing else.
    void follow(Catalog catalog) throws FailedException {
        long now = znodes.session();
        if (now != session) {
            paths.clear();
            doomed.clear();
            session = now;
        }
        Set<Place> wanted = new HashSet<>();
        catalog.entries()
                .filter(entry -> entry.status() == InstanceStatus.UP)
                .filter(entry -> !entry.origin().of(Bridge.FACADE))
                .forEach(entry -> places(entry).forEach(wanted::add));
        for (Map.Entry<Place, String> old : Map.copyOf(paths).entrySet()) {
            if (!wanted.contains(old.getKey())) {
                paths.remove(old.getKey());
                doomed.add(old.getValue());
            }
        }
        clear();
        for (Place fresh : wanted) {
            if (!paths.containsKey(fresh)) {
                paths.put(fresh, znodes.publish(fresh.folder(), fresh.provider()));
            }
        }
    }

    /// Whether anything is named there by this node.
    boolean any() {
        return !paths.isEmpty() || !doomed.isEmpty();
    }

    /// Names nothing there any more: it is another node's turn.
    void withdraw() throws FailedException {
        doomed.addAll(paths.values());
        paths.clear();
        clear();
    }

    /// Takes out what is named there no more. What may be gone already is not counted on again.
    private void clear() throws FailedException {
        for (String path : Set.copyOf(doomed)) {
            znodes.remove(path);
            doomed.remove(path);
        }
    }

    private Stream<Place> places(Entry entry) {
        Provider provider = new Provider(entry.name(), entry.host(), entry.port());
        Stream<String> service = layout == Layout.SERVICE || layout == Layout.BOTH ? Stream.of("") : Stream.empty();
        Stream<String> methods = layout == Layout.METHOD || layout == Layout.BOTH
                ? entry.details().methods().stream().filter(Published::named)
                : Stream.empty();
        return Stream.concat(service, methods).map(method -> new Place(Znodes.folder(entry.name(), method), provider));
    }

    /// A method whose name can be that of a znode, and is not taken for a folder.
    private static boolean named(String method) {
        return !method.contains("/") && !method.equals(".") && !method.equals("..") && !method.equals("provider");
    }
}
