package io.heddle.bench;

import io.heddle.bench.named.NamedTable;
import io.heddle.bench.read.ReadBenchmark;
import io.heddle.bench.sale.SaleTable;
import java.util.Arrays;
import java.util.function.Consumer;

/// What can be measured.
enum Measure {
    CLIENT("client", "CPU and garbage of one call, beside other clients", ClientTable::measure),
    DB(
            "db",
            "a read from a database through the kit, beside plain JDBC",
            home -> ReadBenchmark.measure(home.results())),
    MICRO("micro", "ns of a pick, a renewal and a read in process; bytes of an instance", MicroTable::measure),
    REGISTRY("registry", "CPU of renewals and reads over HTTP, beside Eureka (needs wrk)", RegistryTable::measure),
    FACADES(
            "facades",
            "CPU of the registry in the protocols of Eureka, Consul and Prometheus, beside Eureka and etcd (needs wrk)",
            Heddle::facades),
    RELAY("relay", "CPU of a relayed request, beside nginx, HAProxy and Spring (needs wrk)", RelayTable::measure),
    WATCH("watch", "10,000 instances, 1,000 watchers: from a change to all of them", WatchTable::measure),
    CONFIG("config", "CPU of a read of a config; from a publish to 1,000 watchers (needs wrk)", ConfigTable::measure),
    RPC("rpc", "CPU and garbage of a call by name, beside the typed one", home -> NamedTable.measure(home.results())),
    SECKILL(
            "seckill",
            "claims of a flash sale on each engine, over HTTP and in process (needs wrk)",
            home -> SaleTable.measure(home.jar("seckill"), home.results(), Heddle::seller)),
    START("start", "from exec to ready, plain and with an AOT cache", StartTable::measure);

    private final String word;
    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final Consumer<Home> run;

    Measure(String word, String what, Consumer<Home> run) {
        this.word = word;
        this.what = what;
        this.run = run;
    }

    static Measure named(String name) {
        return Arrays.stream(values())
                .filter(measure -> measure.word.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing to measure by the name of " + name));
    }

    String word() {
        return word;
    }

    String what() {
        return what;
    }

    void run(Home home) {
        run.accept(home);
    }
}
