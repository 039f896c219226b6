package io.heddle.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.processor.Compilation.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What was written, running between fakes of the kit.
final class RunTest {
    private static final String CALL = "io.heddle.kit.client.Call";

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private Loaded shop = new Loaded();

    @BeforeEach
    void compile() {
        Source source = Source.of(Path.of("src/test/resources/run/ShopApi.java"));
        Compilation compilation = Compilation.strictly(folder, List.of(source));
        assertThat(compilation.complaints()).isEmpty();
        shop = new Loaded(compilation.output(), Compilation.KIT_CLASSES);
    }

    @AfterEach
    void close() throws IOException {
        shop.close();
    }

    @Test
    void aClientBuildsItsRequestInTheOrderOfThePath() {
        Object price = Loaded.call(client(() -> 7), "price", "a cup");

        assertThat(price).isEqualTo(7);
        assertThat(said)
                .containsSubsequence(
                        "call(GET /items/{item}/price)",
                        "path(/items/)",
                        "segment(item, a cup)",
                        "path(/price)",
                        "hashKey(a cup)",
                        "value(java.lang.Integer)");
    }

    @Test
    void aClientTakesARecordApart() {
        Object item = shop.make("ShopApi$Item", "cup", 2, Optional.empty());

        Loaded.call(client(List::of), "find", item, 5, java.util.Set.of("tall"));

        assertThat(said)
                .containsSubsequence(
                        "query(name, cup)",
                        "query(count, 2)",
                        "query(size, Optional.empty)",
                        "query(limit, 5)",
                        "query(tags, [tall])",
                        "value(java.util.List<java.lang.String>)");
    }

    @Test
    void aClientSendsHeadersABodyAndKnowsItsFailures() {
        Loaded.call(client(() -> 1), "buy", "cup", "r1");

        assertThat(said).contains("json(java.lang.String, cup)", "header(Request-Id, r1)");
        assertThat(said).anyMatch(link -> link.startsWith("failure(SOLD_OUT, "));
    }

    @Test
    void aClientLeavesAnAbsentBodyOut() {
        Object client = client(() -> "");
        Loaded.call(client, "note", Optional.empty());
        assertThat(said).containsExactly("call(POST /note)", "path(/note)", "done()");

        Loaded.call(client, "note", Optional.of("hello"));
        assertThat(said).endsWith("path(/note)", "json(java.lang.String, hello)", "done()");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "GATEWAY_TIMEOUT", "BAD_GATEWAY"})
    void aClientAnswersFromTheFallbackWhenNoInstanceCould(Status status) {
        Object client = client(() -> {
            throw ServiceException.of(status, "nobody there");
        });

        assertThat(Loaded.call(client, "price", "cup")).isEqualTo(-3);
    }

    @Test
    void aClientPassesOnWhatAnInstanceAnswered() {
        Object client = client(() -> {
            throw ServiceException.notFound("no such item");
        });

        assertThatThrownBy(() -> Loaded.call(client, "price", "cup")).hasMessage("no such item");
    }

    @Test
    void aClientPassesOnAFailureOfTheContractWhateverItsStatus() {
        RuntimeException closed = (RuntimeException) shop.make("ShopApi$Closed", "closed until nine");
        Object client = client(() -> {
            throw closed;
        });

        assertThatThrownBy(() -> Loaded.call(client, "price", "cup")).isSameAs(closed);
    }

    private interface Result {
        Object get();
    }

    private Object client(Result result) {
        Object caller = shop.fake("io.heddle.kit.client.Caller", (_, arguments) -> {
            said.add("call(" + Loaded.call(arguments[0], "method") + " " + Loaded.call(arguments[0], "template") + ")");
            return call(result);
        });
        return shop.make("ShopApiClient", caller);
    }

    private Object call(Result result) {
        Object[] self = new Object[1];
        self[0] = shop.fake(CALL, (method, arguments) -> {
            said.add(method + Arrays.stream(arguments).map(Loaded::text).collect(Collectors.joining(", ", "(", ")")));
            return switch (method) {
                case "value" -> result.get();
                case "done" -> null;
                default -> self[0];
            };
        });
        return self[0];
    }

    @Test
    void routesReadTheArgumentsAndAnswer() {
        Map<String, String> request =
                Map.of("name", "cup", "count", "3", "size", "LARGE", "limit", "2", "tags", "tall");

        serve("ShopApi.find", request, new ArrayList<>());

        assertThat(said)
                .containsExactly(
                        "find(Item[name=cup, count=3, size=Optional[LARGE]], 2, [tall])",
                        "value(java.util.List<java.lang.String>, [])");
    }

    @Test
    void routesPutDefaultsInForWhatIsAbsent() {
        serve("ShopApi.find", Map.of("name", "cup"), new ArrayList<>());

        assertThat(said).first().isEqualTo("find(Item[name=cup, count=1, size=Optional.empty], 10, [])");
    }

    @Test
    void routesAreAddedWithMethodTemplateAndName() {
        assertThat(handlers(new Object()).keySet())
                .containsExactlyInAnyOrder("ShopApi.price", "ShopApi.buy", "ShopApi.note", "ShopApi.find");
        assertThat(said).contains("GET /items/{item}/price", "POST /buy");
    }

    private void serve(String name, Map<String, String> request, Object answer) {
        Object handler = handlers(answer).get(name);
        said.clear();
        Object fields = shop.fields(request);
        Object exchange = shop.fake("io.heddle.kit.server.Exchange", (method, arguments) -> {
            if (arguments.length == 0) {
                return fields;
            }
            said.add(method + Stream.of(arguments).map(Loaded::text).collect(Collectors.joining(", ", "(", ")")));
            return null;
        });
        assertThat(handler).isNotNull();
        if (handler != null) {
            Loaded.call(handler, "handle", exchange);
        }
    }

    private Map<String, Object> handlers(Object answer) {
        Object api = shop.fake("ShopApi", (method, arguments) -> {
            said.add(method + Stream.of(arguments).map(Loaded::text).collect(Collectors.joining(", ", "(", ")")));
            return answer;
        });
        Map<String, Object> handlers = new HashMap<>();
        Object router = shop.fake("io.heddle.kit.server.Router", (_, arguments) -> {
            said.add(arguments[0] + " " + arguments[1]);
            handlers.put((String) arguments[2], arguments[3]);
            return null;
        });
        Loaded.call(shop.make("ShopApiRoutes", api), "addTo", router);
        return handlers;
    }

    @Test
    void aStubAnswersAsItWasToldAndKeepsItsCalls() {
        Object stub = shop.make("ShopApiStub");
        Object script = shop.fake("ShopApiStub$OnPrice", (_, arguments) -> ((String) arguments[0]).length());

        assertThat(Loaded.call(stub, "onPrice", script)).isSameAs(stub);
        assertThat(Loaded.call(stub, "price", "cup")).isEqualTo(3);
        assertThat(Loaded.call(stub, "calls")).hasToString("[StubCall[method=price, arguments=[cup]]]");
    }

    @Test
    void aStubSaysWhatItHasNoAnswerFor() {
        Object stub = shop.make("ShopApiStub");

        assertThatThrownBy(() -> Loaded.call(stub, "price", "cup"))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.status()).isEqualTo(Status.NOT_IMPLEMENTED))
                .hasMessage("ShopApi.price was called, but the stub has no answer for it");
    }
}
