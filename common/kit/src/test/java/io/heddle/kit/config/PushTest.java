package io.heddle.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PushTest {
    record Inner(@Default("5s") Duration limit) {}

    record Shop(
            @Default("20") @Bounds(min = 1, max = 100) int page,
            @Default("") List<String> names,
            Inner inner,
            Map<String, Inner> parts,
            Optional<String> note,
            @Default("1") int dbPassword) {}

    @TempDir
    Path folder;

    private Settings settings;

    @BeforeEach
    void load() throws IOException {
        String yaml = """
                shop:
                  page: 5
                  names: [a, b, c]
                  inner: {limit: 1s}
                """;
        Path file = Files.writeString(folder.resolve("shop.yaml"), yaml);
        Sources sources = new Sources("none.yaml", Optional.of(file), Map.of(), Map.of("heddle.shop.page", "7"));
        settings = Settings.load(sources, Map.of("shop", Shop.class));
    }

    private Map<String, String> push(String json) {
        return settings.push(Map.of("shop", json(json)));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private Shop shop() {
        return settings.get("shop", Shop.class);
    }

    @Test
    void whatIsPushedIsStrongerThanAllElseAndTheRestStays() {
        assertThat(push("{\"page\":9,\"note\":\"now\"}")).isEmpty();

        assertThat(shop().page()).isEqualTo(9);
        assertThat(shop().note()).contains("now");
        assertThat(shop().names()).containsExactly("a", "b", "c");
        assertThat(shop().inner().limit()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsNoLongerPushedFallsBack() {
        push("{\"page\":9}");
        push("{\"note\":null}");
        assertThat(shop().page()).isEqualTo(7);

        push("{\"page\":9}");
        settings.push(Map.of());
        assertThat(shop().page()).isEqualTo(7);
    }

    @Test
    void aPushedListTakesThePlaceOfALongerOne() {
        push("{\"names\":[\"x\"]}");

        assertThat(shop().names()).containsExactly("x");
    }

    @Test
    void readsObjectsInsideAndNamesWithDots() {
        assertThat(push("{\"inner\":{\"limit\":\"2s\"},\"parts\":{\"a.b\":{\"limit\":\"3s\"}}}"))
                .isEmpty();

        assertThat(shop().inner().limit()).isEqualTo(Duration.ofSeconds(2));
        assertThat(shop().parts()).containsEntry("a.b", new Inner(Duration.ofSeconds(3)));
    }

    @Test
    void refusesASectionAsAWholeAndKeepsTheLastGoodOne() {
        push("{\"page\":9}");

        assertThat(push("{\"page\":10,\"pages\":1}").get("shop")).contains("shop.pages", "nearest known one");
        assertThat(push("{\"page\":101}").get("shop")).contains("shop.page must be from 1 to 100");
        assertThat(push("{\"page\":{\"a\":1}}").get("shop")).contains("shop.page.a");
        assertThat(push("{\"inner\":\"x\"}").get("shop")).contains("shop.inner");
        assertThat(shop().page()).isEqualTo(9);
        assertThat(push("{\"page\":11}")).isEmpty();
        assertThat(shop().page()).isEqualTo(11);
    }

    @Test
    void aRefusalDoesNotRepeatASecret() {
        assertThat(push("{\"db_password\":\"hunter2\"}").get("shop"))
                .contains("shop.db_password")
                .doesNotContain("hunter2");
    }

    @Test
    void aSectionThatIsNoneIsLeftOut() {
        assertThat(settings.push(Map.of("other", json("{\"a\":1}")))).isEmpty();
    }

    record Cafe(int seats) {}

    record Slow(@Default("1") int seats) {
        static final ScopedValue<Runnable> WHILE_READ = ScopedValue.newInstance();

        Slow {
            WHILE_READ.orElse(() -> {}).run();
        }
    }

    @Test
    void whatIsPushedWhileASectionIsReadForTheFirstTimeIsNotLost() throws InterruptedException {
        settings = Settings.load(
                new Sources("none.yaml", Optional.empty(), Map.of(), Map.of()), Map.of("slow", Slow.class));
        Thread push = Thread.ofPlatform().unstarted(() -> settings.push(Map.of("slow", json("{\"seats\":9}"))));
        Runnable pushed = () -> {
            push.start();
            await().until(() -> push.getState() == Thread.State.BLOCKED || !push.isAlive());
        };

        Live<Slow> live = ScopedValue.where(Slow.WHILE_READ, pushed).call(() -> settings.live("slow", Slow.class));
        push.join();

        assertThat(live.current().seats()).isEqualTo(9);
    }

    @Test
    void oneWhoListensAfterLookingHearsOfWhatChangedBetween() {
        Live<Shop> live = settings.live("shop", Shop.class);
        List<Integer> told = new ArrayList<>();
        Shop known = live.current();

        push("{\"page\":9}");
        live.onChange(known, next -> told.add(next.page()));
        live.onChange(live.current(), next -> told.add(-next.page()));
        push("{\"page\":8}");

        assertThat(told).containsExactly(9, 8, -8);
    }

    @Test
    void aSectionThatCannotBeDoneWithoutStaysAndTheOthersChange() {
        settings = Settings.load(
                new Sources("none.yaml", Optional.empty(), Map.of(), Map.of()),
                Map.of("cafe", Cafe.class, "shop", Shop.class));
        settings.push(Map.of("cafe", json("{\"seats\":4}"), "shop", json("{\"inner\":{\"limit\":\"1s\"}}")));
        Live<Cafe> cafe = settings.live("cafe", Cafe.class);
        Live<Shop> shop = settings.live("shop", Shop.class);
        JsonNode other = json("{\"page\":9,\"inner\":{\"limit\":\"1s\"}}");

        Map<String, String> refused = settings.push(Map.of("shop", other));

        assertThat(refused).containsOnlyKeys("cafe");
        assertThat(refused.get("cafe")).contains("cafe.seats");
        assertThat(cafe.current().seats()).isEqualTo(4);
        assertThat(shop.current().page()).isEqualTo(9);
        assertThat(settings.push(Map.of("shop", other))).containsOnlyKeys("cafe");
    }

    @Test
    void tellsListenersOfChangesAndOnlyOfChanges() {
        Live<Shop> live = settings.live("shop", Shop.class);
        List<Integer> told = new ArrayList<>();
        live.onChange(_ -> {
            throw new IllegalStateException("a listener of no use");
        });
        live.onChange(next -> told.add(next.page()));

        push("{\"page\":9}");
        push("{\"page\":9}");
        push("{\"page\":0}");
        push("{\"page\":8}");

        assertThat(told).containsExactly(9, 8);
        assertThat(live.current().page()).isEqualTo(8);
        assertThat(settings.live("shop", Shop.class)).isSameAs(live);
    }
}
