package io.heddle.kit.rpc.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.contract.reply.Page;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.rpc.Bank;
import io.heddle.kit.rpc.BankApi.Entry;
import io.heddle.kit.rpc.BankApiRpc;
import io.heddle.kit.rpc.RpcPeer;
import io.heddle.kit.rpc.RpcSettings;
import io.heddle.kit.rpc.ToolboxRpc;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.trace.Traces;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls by name of a generated table, through the clients' own machinery.
final class RpcClientTest {
    private static final JsonType<Page<Entry>> ENTRIES = new JsonType<>() {};
    private static final String SECRET = "a secret of sixteen";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<RpcPeer> peers = new CopyOnWriteArrayList<>();
    private final Bank bank = new Bank();
    private final Metrics metrics = Metrics.create();

    private RpcClient client(RpcSettings serving, RpcSettings calling) {
        peers.add(new RpcPeer(serving, new BankApiRpc(bank), new ToolboxRpc()));
        Clients clients = Clients.open(
                ClientSettings.standard(),
                service -> new Targets(
                        service,
                        peers.stream()
                                .map(peer -> Target.of("127.0.0.1", peer.port()))
                                .toList()),
                Traces.off(),
                metrics);
        open.add(clients);
        return new RpcClient(clients, calling, "test");
    }

    private RpcClient plain() {
        return client(RpcSettings.standard(), RpcSettings.standard());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        peers.forEach(RpcPeer::close);
    }

    @Test
    void callsByPositionAndByName() {
        RpcClient rpc = plain();

        assertThat(rpc.call("bank:Toolbox.sum", BigDecimal.class, new BigDecimal("0.1"), 2))
                .isEqualByComparingTo("2.1");
        assertThat(rpc.callNamed("bank:Toolbox.hello", String.class, Map.of("name", "Ann")))
                .isEqualTo("Hello, Ann");
        assertThat(rpc.call("bank:BankApi.entries", ENTRIES, 2).page()).isEqualTo(2);
        Entry entry = new Entry("a", BigDecimal.ONE, List.of(new Entry("b", BigDecimal.TEN, List.of())));
        assertThat(rpc.call("bank:BankApi.echo", Entry.class, entry, 1, null)).isEqualTo(entry);
    }

    @Test
    void callsWhatMayHaveNoAnswer() {
        RpcClient rpc = plain();

        assertThat(rpc.find("bank:BankApi.entry", Entry.class, "one")).isPresent();
        assertThat(rpc.find("bank:BankApi.entry", Entry.class, "two")).isEmpty();
        rpc.run("bank:BankApi.keep", "a");
        assertThatThrownBy(() -> rpc.call("bank:BankApi.entry", Entry.class, "two"))
                .hasMessage("the answer has no result");
    }

    @Test
    void throwsTheErrorOfTheServiceAsTypedClientsDo() {
        RpcClient rpc = plain();

        assertThatThrownBy(() -> rpc.call("bank:BankApi.fail", String.class, "own"))
                .isInstanceOfSatisfying(ServiceException.class, e -> {
                    assertThat(e.status()).isEqualTo(Status.CONFLICT);
                    assertThat(e.code()).isEqualTo("BROKE");
                    assertThat(e.sentence()).isEqualTo("there is no money");
                });
        assertThatThrownBy(() -> rpc.call("bank:Toolbox.sum", BigDecimal.class, 1, "x"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        e -> assertThat(e.violations())
                                .containsExactly(new Violation("right_operand", "must be a decimal number")));
        assertThatThrownBy(() -> rpc.run("bank:Bank.nothing")).isInstanceOfSatisfying(ServiceException.class, e -> {
            assertThat(e.status()).isEqualTo(Status.NOT_FOUND);
            assertThat(e.code()).isEqualTo("-32601");
        });
    }

    @Test
    void sendsAgainOnlyWhatTheServiceSaysMayBe() {
        RpcClient rpc = plain();

        assertThatThrownBy(() -> rpc.run("bank:BankApi.fail", "away")).hasMessage("come again");
        assertThat(bank.kept()).containsExactly("away");
    }

    @Test
    void goesToAnotherInstanceWhenOneIsGone() {
        RpcClient rpc = plain();
        assertThat(rpc.call("bank:BankApi.text", String.class, "a")).isEqualTo("a");
        peers.add(new RpcPeer(RpcSettings.standard(), new BankApiRpc(bank)));

        peers.getFirst().close();

        for (int i = 0; i < 20; i++) {
            assertThat(rpc.call("bank:BankApi.text", String.class, "b")).isEqualTo("b");
        }
    }

    @Test
    void signsEachCallForAServiceThatAsksForIt() {
        RpcClient rpc = client(
                RpcSettings.standard().secret(SECRET), RpcSettings.standard().secretOf("bank", SECRET));

        for (int i = 0; i < 3; i++) {
            assertThat(rpc.call("bank:BankApi.text", String.class, "a")).isEqualTo("a");
        }
    }

    @Test
    void isRefusedWithoutTheSecretOrWithAnother() {
        RpcSettings serving = RpcSettings.standard().secret(SECRET);
        RpcClient unsigned = client(serving, RpcSettings.standard());
        RpcClient forged = client(serving, RpcSettings.standard().secretOf("bank", "another secret of sixteen"));

        for (RpcClient rpc : List.of(unsigned, forged)) {
            assertThatThrownBy(() -> rpc.run("bank:BankApi.keep", "a"))
                    .isInstanceOfSatisfying(
                            ServiceException.class, e -> assertThat(e.status()).isEqualTo(Status.UNAUTHORIZED));
        }
        assertThat(bank.kept()).isEmpty();
    }

    @Test
    void compressesLargeBodiesBothWaysSignedOrNot() {
        String large = "large ".repeat(20_000);
        RpcSettings serving = RpcSettings.standard().secret(SECRET);
        RpcClient signed = client(serving, RpcSettings.standard().secretOf("bank", SECRET));

        assertThat(signed.call("bank:BankApi.text", String.class, large)).isEqualTo(large);
        assertThat(metrics.scrape()).contains("http_client_calls");
    }

    @Test
    void refusesAnAnswerThatInflatesOverTheLimit() {
        RpcClient rpc = client(RpcSettings.standard(), RpcSettings.standard().bodies(50_000, 1024));
        String large = "large ".repeat(20_000);

        assertThatThrownBy(() -> rpc.call("bank:BankApi.text", String.class, large))
                .hasMessage("the answer is larger than the limit");
    }

    /// What a call says to a service that answers so.
    private void answered(String answer, Consumer<RpcClient> call) {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.builder(ServerSettings.onPort(0))
                .routes(table ->
                        table.add("POST", "/json", "odd", exchange -> exchange.raw(200, "application/json", bytes)))
                .open();
        try (server;
                Clients clients = Clients.open(
                        ClientSettings.standard(),
                        service -> new Targets(service, List.of(Target.of("127.0.0.1", server.port()))),
                        Traces.off(),
                        metrics)) {
            call.accept(new RpcClient(clients, RpcSettings.standard(), "test"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32000,\"message\":\"\"},\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32000},\"id\":null}",
                "{\"jsonrpc\":\"2.0\",\"error\":{},\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"result\":\"a\",\"error\":{\"code\":-32000,\"message\":\"\"},\"id\":1}"
            })
    void takesAnErrorForOneWhateverItSays(String answer) {
        answered(
                answer,
                rpc -> assertThatThrownBy(() -> rpc.find("bank:Bank.any", String.class))
                        .isInstanceOfSatisfying(
                                ServiceException.class,
                                e -> assertThat(e.status()).isEqualTo(Status.BAD_GATEWAY))
                        .hasMessage("the service failed and does not say why"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"id\":2", ",\"id\":\"1\"", ",\"id\":null", ",\"id\":1.5"})
    void takesNoAnswerToAnotherCall(String id) {
        answered(
                "{\"jsonrpc\":\"2.0\",\"result\":\"a\"" + id + "}",
                rpc -> assertThatThrownBy(() -> rpc.call("bank:Bank.any", String.class))
                        .isInstanceOfSatisfying(
                                ServiceException.class,
                                e -> assertThat(e.status()).isEqualTo(Status.BAD_GATEWAY))
                        .hasMessage("the answer is to another call"));
        answered(
                "{\"id\":1,\"result\":\"a\"}",
                rpc -> assertThat(rpc.call("bank:Bank.any", String.class)).isEqualTo("a"));
    }

    @Test
    void saysHowANameIsWritten() {
        RpcClient rpc = plain();

        for (String name : List.of("Toolbox.sum", ":a", "bank:", "Bank:a.b")) {
            assertThatThrownBy(() -> rpc.run(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
