package io.heddle.registry.zookeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heddle.kit.json.Json;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.kit.registry.Registration;
import io.heddle.kit.registry.RegistryApi.LeaseChange;
import io.heddle.registry.admission.AdmissionSettings;
import io.heddle.registry.catalog.Catalog;
import io.heddle.registry.catalog.CatalogSettings;
import io.heddle.registry.entry.Entry;
import io.heddle.registry.entry.Origin;
import io.heddle.registry.lease.LeaseSettings;
import io.heddle.registry.lease.Leases;
import io.heddle.registry.probe.Probe.Sight;
import io.heddle.registry.probe.ProbeSettings;
import io.heddle.registry.probe.Prober;
import io.heddle.testkit.server.Python;
import io.heddle.testkit.server.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The bridge on a real ZooKeeper, with a script of another language (kazoo) on its other side.
@Timeout(120)
final class BridgeTest {
    /// Does what each line asks, and answers each with one line.
    private static final String SCRIPT = """
            import sys, json
            from kazoo.client import KazooClient
            from kazoo.exceptions import NoNodeError
            zk = KazooClient(hosts=sys.argv[1], timeout=4)
            zk.start()
            paths = {}
            def providers(folder):
                if not zk.exists(folder):
                    return []
                found = []
                for child in sorted(zk.get_children(folder)):
                    try:
                        data, stat = zk.get(folder + '/' + child)
                        found.append([json.loads(data), stat.ephemeralOwner != 0])
                    except NoNodeError:
                        pass
                return found
            print('ready', flush=True)
            for line in sys.stdin:
                words = line.split()
                if words[0] == 'publish':
                    data = json.dumps({'host': words[2], 'port': int(words[3])}).encode()
                    paths[line] = zk.create(words[1] + '/', data, ephemeral=True, sequence=True, makepath=True)
                    print('done', flush=True)
                elif words[0] == 'junk':
                    zk.create(words[1], b'no json', makepath=True)
                    print('done', flush=True)
                else:
                    print(json.dumps(providers(words[1])), flush=True)
            """;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final TestServer zooKeeper = track(TestServer.zooKeeper());
    private final Catalog catalog = new Catalog(CatalogSettings.standard(), Json.strict(), 1);
    private final Leases leases = new Leases(
            LeaseSettings.standard(),
            AdmissionSettings.standard(),
            catalog,
            new Leases.Surroundings(
                    Leases.steadyTime(),
                    new Random(7),
                    7,
                    new Prober(ProbeSettings.standard(), (_, _) -> Sight.SILENT, Runnable::run)));
    private final AtomicBoolean turn = new AtomicBoolean(true);

    private <T extends AutoCloseable> T track(T resource) {
        opened.add(resource);
        return resource;
    }

    private void open() {
        ZooKeeperSettings settings = ZooKeeperSettings.at("127.0.0.1:" + zooKeeper.port());
        track(Bridge.open(settings, catalog, leases, turn::get).orElseThrow());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : opened.reversed()) {
            resource.close();
        }
    }

    /// A Python process that takes part in ZooKeeper.
    private record Script(Process process, BufferedReader answers) implements AutoCloseable {
        String ask(String line) {
            try {
                process.getOutputStream().write((line + '\n').getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
                return String.valueOf(answers.readLine());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private Script script() throws Exception {
        Python.need("kazoo", "apt-get install python3-kazoo");
        Process process = new ProcessBuilder(Python.SYSTEM, "-c", SCRIPT, "127.0.0.1:" + zooKeeper.port())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Script script = track(new Script(process, process.inputReader(StandardCharsets.UTF_8)));
        assertEquals("ready", script.answers().readLine());
        return script;
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(condition);
    }

    @Test
    void whatOthersPublishIsSeenHereForAsLongAsTheyLive() throws Exception {
        open();
        Script script = script();
        script.ask("publish /dubbo/Calc/provider 10.0.0.5 8080");
        script.ask("publish /dubbo/Calc/add/provider 10.0.0.5 8080");
        script.ask("publish /dubbo/Calc/divide/provider 10.0.0.5 8080");
        script.ask("junk /dubbo/Calc/provider/junk");
        await(() -> catalog.find("calc", "http://10.0.0.5:8080")
                .filter(entry -> entry.details().methods().equals(List.of("add", "divide")))
                .isPresent());
        Entry entry = catalog.find("calc", "http://10.0.0.5:8080").orElseThrow();
        assertTrue(entry.origin().of(Bridge.FACADE));
        assertEquals(Duration.ZERO, entry.details().ttl());
        script.close();
        await(() -> catalog.size() == 0);
    }

    @Test
    void ourInstancesArePublishedInBothLayouts() throws Exception {
        open();
        Script script = script();
        long token = leases.register(
                Registration.of("calc", "http://10.0.0.6:9527").methods(List.of("CalcApi.add", "CalcApi.divide")));
        String named = "[[{\"host\": \"10.0.0.6\", \"port\": 9527}, true]]";
        for (String folder : List.of("/dubbo/calc/provider", "/dubbo/calc/CalcApi.add/provider")) {
            await(() -> script.ask("list " + folder).equals(named));
        }
        leases.change(token, new LeaseChange(Optional.of(InstanceStatus.DRAINING), Optional.empty()));
        await(() -> script.ask("list /dubbo/calc/provider").equals("[]"));
        leases.change(token, new LeaseChange(Optional.of(InstanceStatus.UP), Optional.empty()));
        for (String folder : List.of("/dubbo/calc/provider", "/dubbo/calc/CalcApi.add/provider")) {
            await(() -> script.ask("list " + folder).equals(named));
        }
        assertEquals(
                Origin.NATIVE,
                catalog.find("calc", "http://10.0.0.6:9527").orElseThrow().origin());
        leases.deregister(token);
        await(() -> script.ask("list /dubbo/calc/CalcApi.divide/provider").equals("[]"));
    }

    @Test
    void anOutageOfZooKeeperTakesNobodyOut() throws Exception {
        open();
        Script script = script();
        script.ask("publish /dubbo/calc/provider 10.0.0.5 8080");
        leases.register(Registration.of("ours", "http://10.0.0.6:9527"));
        await(() -> catalog.size() == 2);
        await(() -> !script.ask("list /dubbo/ours/provider").equals("[]"));
        zooKeeper.kill();
        leases.register(Registration.of("later", "http://10.0.0.7:9527"));
        assertEquals(3, catalog.size());
        zooKeeper.restart();
        Script other = script();
        await(() -> !other.ask("list /dubbo/later/provider").equals("[]"));
        await(() -> other.ask("list /dubbo/ours/provider").contains("10.0.0.6"));
        assertTrue(catalog.find("ours", "http://10.0.0.6:9527").isPresent());
    }

    @Test
    void onlyTheNodeWhoseTurnItIsPublishes() throws Exception {
        turn.set(false);
        open();
        Script script = script();
        leases.register(Registration.of("ours", "http://10.0.0.6:9527"));
        assertEquals("[]", script.ask("list /dubbo/ours/provider"));
        turn.set(true);
        await(() -> !script.ask("list /dubbo/ours/provider").equals("[]"));
        turn.set(false);
        await(() -> script.ask("list /dubbo/ours/provider").equals("[]"));
    }
}
