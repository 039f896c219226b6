package io.heddle.kit.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.contract.reply.Reply;
import io.heddle.kit.client.ClientSettings;
import io.heddle.kit.client.ClientSettings.TransportKind;
import io.heddle.kit.client.Clients;
import io.heddle.kit.client.balance.Targets;
import io.heddle.kit.client.balance.Targets.Target;
import io.heddle.kit.matrix.MatrixApi.Box;
import io.heddle.kit.matrix.MatrixApi.Circle;
import io.heddle.kit.matrix.MatrixApi.Colour;
import io.heddle.kit.matrix.MatrixApi.Figure;
import io.heddle.kit.matrix.MatrixApi.Filter;
import io.heddle.kit.matrix.MatrixApi.SoldOut;
import io.heddle.kit.matrix.MatrixApi.Square;
import io.heddle.kit.matrix.MatrixApi.Thing;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.server.HttpServer;
import io.heddle.kit.server.ServerSettings;
import io.heddle.kit.trace.Traces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Every type of the matrix through the generated client, real HTTP, and the generated routes, on every transport.
@ParameterizedClass
@EnumSource(TransportKind.class)
final class MatrixTest {
    private static final String AWKWARD = "a/b ..;c?d=e&f#g%2F+ü 名 {x}";
    private static final UUID ID = UUID.fromString("0b7bd1e0-5b1f-4c41-9a43-0d6f6b6f7a01");
    private static final Thing PART = new Thing(
            "part",
            Instant.parse("2026-01-31T09:30:00.123456789Z"),
            new BigDecimal("0.10"),
            Optional.empty(),
            List.of());
    private static final Thing WHOLE = new Thing(
            AWKWARD, Instant.EPOCH, new BigDecimal("12345678901234567890.5"), Optional.of(Colour.RED), List.of(PART));

    private final HttpServer server = HttpServer.builder(ServerSettings.onPort(0))
            .routes(new MatrixApiRoutes(new Matrix()))
            .open();
    private final Clients clients;
    private final MatrixApi api;

    MatrixTest(TransportKind kind) {
        Targets targets = new Targets("matrix", List.of(Target.of("127.0.0.1", server.port())));
        ClientSettings settings = ClientSettings.standard().over(kind);
        this.clients = Clients.open(settings, _ -> targets, Traces.off(), Metrics.create());
        this.api = clients.of(MatrixApi.class);
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    @Test
    void carriesNumbersAndTruth() {
        api.nothing();
        assertThat(api.giveInt(Integer.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
        assertThat(api.giveLong(5, 3)).isEqualTo(3);
        assertThat(api.giveBoolean(true)).isTrue();
        assertThat(api.giveDouble(1e-300)).isEqualTo(1e-300);
        assertThat(api.giveSmall((byte) 1, (short) 2, 'a', 0.5f)).isEqualTo(100.5f);
        assertThat(api.giveBoxed(7)).isEqualTo(7);
        assertThat(api.giveDecimal(new BigDecimal("0.1"), new BigDecimal("0.2"), BigInteger.ONE))
                .isEqualTo(new BigDecimal("0.3"));
    }

    @Test
    void carriesTextsTimesAndEnums() {
        assertThat(api.giveText(AWKWARD)).isEqualTo(AWKWARD);
        assertThat(api.giveText("")).isEmpty();
        assertThat(api.giveUuid(ID, URI.create("/" + ID))).isEqualTo(ID);
        Instant now = Instant.parse("2026-01-31T09:30:00Z");
        OffsetDateTime offset = OffsetDateTime.parse("2026-01-31T09:30:00+01:00");
        LocalDateTime local = LocalDateTime.parse("2026-01-31T09:30:15");
        assertThat(api.giveTimes(now, offset, local, LocalDate.EPOCH))
                .containsExactly(now.toString(), offset.toString(), local.toString(), "1970-01-01");
        assertThat(api.giveClock(LocalTime.NOON, Duration.ofMillis(1500)))
                .containsOnly(Map.entry("time", "12:00"), Map.entry("wait", "PT1.5S"));
        assertThat(api.giveEnum(Colour.RED, Colour.GREEN)).isEqualTo(Colour.GREEN);
    }

    @Test
    void carriesBytes() throws IOException {
        byte[] bytes = {0, 1, -1, 10, 13};
        assertThat(api.giveBytes(bytes)).isEqualTo(bytes);
        try (InputStream stream = api.giveStream(new ByteArrayInputStream(new byte[100_000]))) {
            assertThat(stream.readAllBytes()).hasSize(100_000);
        }
    }

    @Test
    void carriesRecordsSealedTypesAndCollections() {
        assertThat(api.giveRecord(WHOLE)).isEqualTo(WHOLE);
        Box<List<Thing>> box = new Box<>(List.of(WHOLE), Optional.of("a note"));
        assertThat(api.giveGeneric(box)).isEqualTo(box);
        assertThat(api.giveSealed(new Circle(2))).isEqualTo(new Circle(2));
        assertThat(api.giveList(List.of(WHOLE, PART))).containsExactly(WHOLE, PART);
        assertThat(api.giveSet(Set.of(Colour.RED, Colour.GREEN))).containsExactlyInAnyOrder(Colour.values());
        Map<String, Map<Colour, Figure>> map = Map.of("a b", Map.of(Colour.RED, new Square(3)));
        assertThat(api.giveMap(map)).isEqualTo(map);
        assertThat(api.giveAny(PART)).isEqualTo(PART);
        assertThat(api.giveScalarBody("text", true)).isEqualTo("TEXT");
    }

    @Test
    void carriesWhatMayBeAbsent() {
        assertThat(api.giveOptional(Optional.of("here"))).contains("here");
        assertThat(api.giveOptional(Optional.empty())).isEmpty();
        assertThat(api.giveNullable(3)).contains(3);
        assertThat(api.giveNullable(null)).isEmpty();
        assertThat(api.giveOptionalBody(Optional.of(PART))).contains(PART);
        assertThat(api.giveOptionalBody(Optional.empty())).isEmpty();
    }

    @Test
    void carriesPagesRepliesAndReadyBytes() {
        api.keep(ID, PART);
        assertThat(api.givePage(1, 5)).isEqualTo(new Page<>(List.of(PART), 1, 1, 5));
        Reply<Thing> reply = api.giveReply(new Thing("x", Instant.EPOCH, BigDecimal.ONE, Optional.empty(), List.of()));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("location")).contains("/matrix/things/x");
        assertThat(reply.header("X-Parts")).contains("0");
        assertThat(reply.value().name()).isEqualTo("x");
        assertThat(api.givePrepared().value()).containsExactly(1, 2, 3);
    }

    @Test
    void carriesStreamsOfLinesAndEvents() {
        try (Stream<Thing> lines = api.giveLines(3)) {
            assertThat(lines.map(Thing::name)).containsExactly("thing 0", "thing 1", "thing 2");
        }
        List<Integer> numbers = new ArrayList<>();
        try (Events<Box<Integer>> events = api.giveEvents(3)) {
            events.forEachRemaining(event -> numbers.add(event.data().value()));
        }
        assertThat(numbers).containsExactly(1, 2, 3);
    }

    @Test
    void takesCollectionsAndRecordsApartAndTogether() {
        assertThat(api.giveMany(List.of("a&b", "c"), Set.of(1), Map.of("x", "y")))
                .containsExactly("a&b", "c", "1", "numbers", "words", "x");
        Filter filter = new Filter(AWKWARD, List.of(Colour.RED, Colour.GREEN), 4, Optional.of(LocalDate.EPOCH), "de");
        assertThat(api.giveExploded(filter)).isEqualTo(filter.toString());
        assertThat(api.giveForm(filter, Optional.of(5))).isEqualTo(filter + " Optional[5]");
        assertThat(api.giveHeaders("r 1", List.of("a", "b"), Optional.of("s1"))).containsExactly("r 1", "a", "b", "s1");
    }

    @Test
    void carriesPathsWithSlashesAndOtherScripts() {
        assertThat(api.givePath(AWKWARD, "a b/c;d/ü%2F")).containsExactly(AWKWARD, "a b/c;d/ü%2F");
        assertThat(api.unicode(1, "名 前", "f", "w")).isEqualTo("1名 前fw");
        assertThat(api.overload(1)).isEqualTo("number 1");
        assertThat(api.overload("a ;b")).isEqualTo("text a ;b");
        assertThatThrownBy(() -> api.overload("a/b")).isInstanceOf(ServiceException.class);
    }

    @Test
    void servesInheritedAndOverriddenMethods() {
        assertThat(api.find(ID)).isEmpty();
        assertThat(api.keep(ID, WHOLE)).isEqualTo(WHOLE);
        assertThat(api.find(ID)).contains(WHOLE);
        assertThat(api.patch(ID, Map.of("name", "new")).name()).isEqualTo("new");
        api.forget(ID);
        assertThat(api.find(ID)).isEmpty();
    }

    @Test
    void throwsTheFailuresOfTheContract() {
        assertThat(api.buy("cup")).isEqualTo(1);
        assertThat(api.buy("cup")).isEqualTo(2);
        assertThatThrownBy(() -> api.buy("cup")).isInstanceOf(SoldOut.class).hasMessage("there is no cup left");
    }

    @Test
    void answersFromTheFallbackWhenNobodyIsThere() {
        assertThat(api.price("cup")).isEqualByComparingTo("103");
        api.tidyAttic(true);

        server.close();

        assertThat(api.price("cup")).isEqualByComparingTo("3");
        api.tidyAttic(true);
        assertThatThrownBy(() -> api.giveInt(1))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.status()).isEqualTo(Status.UNAVAILABLE));
    }

    @Test
    void writesTheDocumentBesideTheClass() throws IOException {
        String name = "META-INF/heddle/" + MatrixApi.class.getCanonicalName() + ".openapi.json";
        try (InputStream in = MatrixApi.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            assertThat(in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"operationId\": \"MatrixApi_giveInt\"");
        }
    }
}
