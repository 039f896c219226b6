package io.heddle.testkit.slice;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Default;
import io.heddle.kit.openapi.OpenApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SliceTest {
    @TempDir
    Path folder;

    /// What is offered.
    @HttpApi("shop")
    interface ShopApi {
        /// One item.
        @Get("/items/{id}")
        Item item(long id, @Default("en") String language);

        /// A new item.
        @Post("/items")
        Item add(Item item);

        /// Many items.
        @Get("/items")
        List<Item> items(String kind);
    }

    /// An item and all that is known of it.
    record Item(long id, String name, Optional<String> colour) {}

    /// A caller that reads less and leaves out what is optional.
    @HttpApi("shop")
    interface ModestApi {
        /// One item.
        @Get("/items/{id}")
        Named item(long id);
    }

    /// Less than an item.
    record Named(String name) {}

    /// A caller that is wrong in every way.
    @HttpApi("shop")
    interface WrongApi {
        /// One item by what is no number.
        @Get("/items/{id}")
        Priced item(String id, Optional<Boolean> sold);

        /// An item without what it must have.
        @Post("/items")
        Named add(Named item);

        /// Items of no kind.
        @Get("/items")
        List<Named> items();

        /// What nobody offers.
        @Get("/prices")
        long prices();
    }

    /// An item as it is not.
    record Priced(long price, long name) {}

    @Test
    void aSliceMayReadLessAndLeaveOutWhatIsOptional() throws IOException {
        assertThat(Slice.differences(ModestApi.class, document())).isEmpty();
        assertThat(Slice.differences(ShopApi.class, document())).isEmpty();
    }

    @Test
    void namesEveryDifference() throws IOException {
        assertThat(Slice.differences(WrongApi.class, document()))
                .containsExactlyInAnyOrder(
                        "GET /items/{id} path parameter id is integer (int64), not string",
                        "GET /items/{id} query parameter sold is not a parameter",
                        "GET /items/{id} answer.data.price is not there",
                        "GET /items/{id} answer.data.name is string, not integer (int64)",
                        "POST /items body.id must be sent",
                        "GET /items query parameter kind must be sent",
                        "GET /prices is not offered");
    }

    private Path document() throws IOException {
        return Files.write(
                folder.resolve("openapi.json"),
                OpenApi.of("shop", "0", List.of(ShopApi.class)).json());
    }
}
