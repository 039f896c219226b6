package io.heddle.seckill;

import io.heddle.seckill.activity.ActivityApi;
import io.heddle.seckill.activity.SaleApi;
import io.heddle.seckill.activity.claim.ClaimApi;
import io.heddle.seckill.order.OrderApi;
import io.heddle.seckill.product.ProductApi;
import io.heddle.testkit.golden.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The contracts as others see them, committed so that a change of them is seen.
final class OpenApiTest {
    @Test
    void theDocumentsAreThoseThatAreCommitted() {
        Golden.document(Path.of("product.openapi.json"), "product", ProductApi.class);
        Golden.document(Path.of("activity.openapi.json"), "activity", ActivityApi.class, SaleApi.class, ClaimApi.class);
        Golden.document(Path.of("order.openapi.json"), "order", OrderApi.class);
    }
}
