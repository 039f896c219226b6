package demo.calc;

import io.heddle.contract.text.Scalar;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Fields;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Serves CalcApi over HTTP.
 */
@Generated("io.heddle.processor")
public final class CalcApiRoutes implements Routes {
    private static final JsonType<BigDecimal> ADD_RESULT = new JsonType<BigDecimal>() {};

    private static final JsonType<List<CalcApi.Question>> BATCH_BODY = new JsonType<List<CalcApi.Question>>() {};

    private static final JsonType<List<BigDecimal>> BATCH_RESULT = new JsonType<List<BigDecimal>>() {};

    private final CalcApi api;

    public CalcApiRoutes(CalcApi api) {
        this.api = api;
    }

    @Override
    public void addTo(Router router) {
        router.add("GET", "/add/{a}/{b}", "CalcApi.add", this::add);
        router.add("POST", "/batch", "CalcApi.batch", this::batch);
    }

    private void add(Exchange exchange) {
        Fields path = exchange.path();
        BigDecimal a = path.one("a", Scalar.DECIMAL);
        BigDecimal b = path.one("b", Scalar.DECIMAL);
        exchange.value(ADD_RESULT, api.add(a, b));
    }

    private void batch(Exchange exchange) {
        List<CalcApi.Question> questions = exchange.body(BATCH_BODY);
        exchange.value(BATCH_RESULT, api.batch(questions));
    }
}
