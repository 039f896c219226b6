package io.heddle.bench.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// Islands: network namespaces of this machine with one address each, joined to it by a bridge. One can be cut off so
/// that nothing comes through in either direction, and nobody is told. Closing it removes them.
final class SplitNetwork implements AutoCloseable {
    private static final String INSTALL = "apt-get install iproute2";
    private static final int FIRST_HOST = 2;
    private static final int NAMES = 0x10000;
    /// States of a port of a bridge.
    private static final String FORWARDS = "3";

    private static final String DROPS = "0";

    private final String id;
    private final String prefix;
    private final int islands;
    private final Thread atExit = new Thread(this::remove);

    private SplitNetwork(int islands, RandomGenerator random) {
        this.islands = islands;
        this.id = "%04x".formatted(random.nextInt(NAMES));
        this.prefix = "10.%d.%d.".formatted(random.nextInt(200, 250), random.nextInt(1, 250));
    }

    /// Makes so many; skips the test by name where that cannot be done.
    static SplitNetwork of(int islands) {
        Shell.needs("ip", INSTALL);
        Shell.needs("bridge", INSTALL);
        SplitNetwork network = new SplitNetwork(islands, ThreadLocalRandom.current());
        Runtime.getRuntime().addShutdownHook(network.atExit);
        try {
            network.make();
            return network;
        } catch (RuntimeException | Error e) {
            network.close();
            throw e;
        }
    }

    private void make() {
        Shell.Result first = tried("ip", "netns", "add", namespace(0));
        Shell.needs(first.code() == 0, "network namespaces cannot be made here: " + first.err());
        ip("link", "add", bridge(), "type", "bridge");
        ip("address", "add", prefix + "1/24", "dev", bridge());
        ip("link", "set", bridge(), "up");
        for (int island = 0; island < islands; island++) {
            if (island > 0) {
                ip("netns", "add", namespace(island));
            }
            join(island);
        }
    }

    private void join(int island) {
        String inside = namespace(island);
        ip("link", "add", port(island), "type", "veth", "peer", "name", "eth0", "netns", inside);
        ip("link", "set", port(island), "master", bridge(), "up");
        ip("-n", inside, "address", "add", host(island) + "/24", "dev", "eth0");
        ip("-n", inside, "link", "set", "lo", "up");
        ip("-n", inside, "link", "set", "eth0", "up");
    }

    private String namespace(int island) {
        return "heddle-" + id + '-' + island;
    }

    private String bridge() {
        return "hb" + id;
    }

    private String port(int island) {
        return "hp" + id + '-' + island;
    }

    /// The address of this machine that all islands reach.
    String mainland() {
        return prefix + "1";
    }

    /// The address of an island.
    String host(int island) {
        return prefix + (FIRST_HOST + island);
    }

    /// What a command is to be preceded by to run there.
    List<String> at(int island) {
        return List.of("ip", "netns", "exec", namespace(island));
    }

    /// From now on nothing reaches an island, and nothing leaves it.
    void cut(int island) {
        state(island, DROPS);
    }

    /// It is reached again.
    void heal(int island) {
        state(island, FORWARDS);
    }

    private void state(int island, String state) {
        done("bridge", "link", "set", "dev", port(island), "state", state);
    }

    private static void ip(String... arguments) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        done(command.toArray(String[]::new));
    }

    private static void done(String... command) {
        Shell.Result result = tried(command);
        if (result.code() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + result.err());
        }
    }

    private static Shell.Result tried(String... command) {
        return Shell.in(Path.of("."), command).run();
    }

    /// What is not there is not missed: it may be removed half made.
    private void remove() {
        for (int island = 0; island < islands; island++) {
            tried("ip", "link", "del", port(island));
            tried("ip", "netns", "del", namespace(island));
        }
        tried("ip", "link", "del", bridge());
    }

    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
