package io.heddle.testkit.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Default;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.config.Live;
import io.heddle.testkit.fault.Fault;
import io.heddle.testkit.fault.FaultyRelay;
import io.heddle.testkit.server.Schema;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@HeddleTest
final class TestSystemTest {
    /// What the service under test calls.
    @HttpApi("prices")
    interface PricesApi {
        /// The price of an item.
        @Get("/prices/{item}")
        long price(String item, List<String> tag);
    }

    /// The service under test.
    @HttpApi("shop")
    interface ShopApi {
        /// Twice the price.
        @Get("/double/{item}")
        long twice(String item);
    }

    private static ShopApi shop(TestSystem system) {
        system.start("shop", Map.of("client.per_try", "300ms"), service -> {
            PricesApi prices = service.client(PricesApi.class);
            ShopApi handler = item -> 2 * prices.price(item, List.of("new", "red"));
            return service.serve(ShopApi.class, handler);
        });
        return system.client(ShopApi.class);
    }

    @Test
    void aServiceCallsTheStubOfAContract(TestSystem system) {
        system.stub(PricesApi.class, (item, tag) -> item.length() + tag.size());

        assertThat(shop(system).twice("pear")).isEqualTo(12);
    }

    @Test
    void aServiceCallsAStubByMethodPathAndQueryInAnyOrder(TestSystem system) {
        HttpStub stub = system.stub("prices").when("GET", "/prices/pear?tag=new&tag=red", HttpStub.Answer.data("21"));

        assertThat(shop(system).twice("pear")).isEqualTo(42);
        assertThat(stub.requests()).hasSize(1);
        assertThat(stub.requests().getFirst().query()).isEqualTo(Map.of("tag", List.of("new", "red")));
        assertThatThrownBy(() -> shop(system).twice("plum")).isInstanceOf(ServiceException.class);
    }

    @Test
    void aStubSaysWhatItWasAskedAndHasNoAnswerFor(TestSystem system) throws Exception {
        HttpStub stub = system.stub("things").when("POST", "/things?b=2&a=1", HttpStub.Answer.json(201, "{}"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(send(client, stub, "/things?a=1&b=2").statusCode()).isEqualTo(201);
            HttpResponse<String> unknown = send(client, stub, "/things?a=1");
            assertThat(unknown.statusCode()).isEqualTo(501);
            assertThat(unknown.body()).contains("POST /things?a=1");
        }
        assertThat(stub.requests().getFirst().body()).isEqualTo("some words");
    }

    private static HttpResponse<String> send(HttpClient client, HttpStub stub, String target) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + stub.faults().port() + target);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .POST(BodyPublishers.ofString("some words"))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void aFaultOnTheWayIsMetByTheClientOfTheService(TestSystem system) {
        FaultyRelay faults = system.stub(PricesApi.class, (_, _) -> 1);
        ShopApi shop = shop(system);

        faults.next(1, new Fault.Reset());
        assertThat(shop.twice("pear")).isEqualTo(2);
        faults.next(1, new Fault.Delay(Duration.ofSeconds(2)));
        assertThat(shop.twice("pear")).isEqualTo(2);
        faults.every(new Fault.Answer(503));
        assertThatThrownBy(() -> shop.twice("pear"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        failure -> assertThat(failure.status()).isIn(Status.UNAVAILABLE, Status.BAD_GATEWAY));
        assertThat(faults.requests()).isGreaterThan(4);
    }

    @Test
    void eachSchemaIsEmptyAndItsOwn(Schema one, Schema other) throws SQLException {
        assertOwn(one, other);
    }

    @Test
    void eachSchemaOnMariaDbIsEmptyAndItsOwn(@OnMariaDb Schema one, @OnMariaDb Schema other) throws SQLException {
        assertOwn(one, other);
    }

    private static void assertOwn(Schema one, Schema other) throws SQLException {
        for (Schema schema : List.of(one, other)) {
            try (Connection connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password())) {
                connection.createStatement().execute("CREATE TABLE item (id INT)");
            }
        }
    }

    record Shelf(@Default("20") int page) {}

    @Test
    void aServiceFollowsTheConfigsOfTheSystem(TestSystem system) {
        system.configs().publish("shelf", "shop", "{\"page\":5}");
        Service service = Service.of("shop", Map.of("shelf", Shelf.class), system.sources(Map.of()));
        Live<Shelf> shelf = service.live("shelf", Shelf.class);
        try (RunningService _ = service.start()) {
            assertThat(shelf.current().page()).isEqualTo(5);

            system.configs().publish("shelf", "shop", "{\"page\":6}");

            await().until(() -> shelf.current().page() == 6);
        }
    }
}
