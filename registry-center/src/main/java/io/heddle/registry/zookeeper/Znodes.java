package io.heddle.registry.zookeeper;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The layout of the microutil clients: `/dubbo/SERVICE/provider/SEQUENCE` and
/// `/dubbo/SERVICE/METHOD/provider/SEQUENCE`,
/// ephemeral, each with `{"host","port"}`.
final class Znodes {
    static final String ROOT = "/dubbo";

    private static final String PROVIDERS = "provider";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LAST_PORT = 65_535;

    private final CuratorFramework client;

    Znodes(CuratorFramework client) {
        this.client = client;
    }

    /// What ZooKeeper did not do.
    static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;

        FailedException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }

    private interface Work<T> {
        T run() throws Exception;
    }

    private static <T> Optional<T> ask(Work<T> work) throws FailedException {
        try {
            return Optional.ofNullable(work.run());
        } catch (KeeperException.NoNodeException | KeeperException.NodeExistsException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException(e);
        } catch (Exception e) {
            throw new FailedException(e);
        }
    }

    /// Makes sure that there is a root to watch.
    void root() throws FailedException {
        ask(() -> client.create().creatingParentsIfNeeded().forPath(ROOT));
    }

    /// All providers with the methods that they are named under, but those of this session.
    Map<Provider, Set<String>> providers() throws FailedException {
        Map<Provider, Set<String>> found = new HashMap<>();
        for (String service : children(ROOT)) {
            String place = ROOT + '/' + service;
            for (String inner : children(place)) {
                if (inner.equals(PROVIDERS)) {
                    read(service, place + '/' + inner).forEach(one -> found.computeIfAbsent(one, _ -> new TreeSet<>()));
                } else {
                    read(service, place + '/' + inner + '/' + PROVIDERS)
                            .forEach(one -> found.computeIfAbsent(one, _ -> new TreeSet<>())
                                    .add(inner));
                }
            }
        }
        return found;
    }

    private List<String> children(String path) throws FailedException {
        return ask(() -> client.getChildren().forPath(path)).orElse(List.of());
    }

    private Set<Provider> read(String service, String folder) throws FailedException {
        Set<Provider> found = new java.util.HashSet<>();
        long session = session();
        for (String child : children(folder)) {
            Stat stat = new Stat();
            Optional<byte[]> data =
                    ask(() -> client.getData().storingStatIn(stat).forPath(folder + '/' + child));
            if (stat.getEphemeralOwner() != session) {
                data.flatMap(text -> provider(service, text)).ifPresent(found::add);
            }
        }
        return found;
    }

    /// Empty for what makes no sense.
    private static Optional<Provider> provider(String service, byte[] text) {
        try {
            JsonNode said = JSON.readTree(text);
            int port = said.path("port").asInt(0);
            String host = said.path("host").asString("");
            boolean sound = port > 0 && port <= LAST_PORT && !host.isEmpty();
            return sound ? Optional.of(new Provider(service, host, port)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// The session that this process has now.
    long session() throws FailedException {
        return ask(() -> client.getZookeeperClient().getZooKeeper().getSessionId())
                .orElse(0L);
    }

    /// Where a provider is named; of a method, or of the service where that is empty.
    static String folder(String service, String method) {
        return ROOT + '/' + service + (method.isEmpty() ? "" : '/' + method) + '/' + PROVIDERS;
    }

    /// Names a provider there and gives the path.
    String publish(String folder, Provider provider) throws FailedException {
        String json = "{\"host\":" + JSON.writeValueAsString(provider.host()) + ",\"port\":" + provider.port() + '}';
        ask(() -> client.create().creatingParentsIfNeeded().forPath(folder));
        return ask(() -> client.create()
                        .withMode(CreateMode.EPHEMERAL_SEQUENTIAL)
                        .forPath(folder + '/', json.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new FailedException(new IllegalStateException(folder + " has gone")));
    }

    void remove(String path) throws FailedException {
        ask(() -> {
            client.delete().forPath(path);
            return path;
        });
    }
}
