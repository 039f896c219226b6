package demo.calc;

import io.heddle.kit.client.Caller;
import io.heddle.kit.client.Endpoint;
import io.heddle.kit.json.JsonType;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Calls calc over HTTP as CalcApi says.
 */
@Generated("io.heddle.processor")
public final class CalcApiClient implements CalcApi {
    private static final Endpoint ADD = Endpoint.of("calc", "CalcApi.add", "GET /add/{a}/{b}", true);

    private static final JsonType<BigDecimal> ADD_RESULT = new JsonType<BigDecimal>() {};

    private static final Endpoint BATCH = Endpoint.of("calc", "CalcApi.batch", "POST /batch", false);

    private static final JsonType<List<CalcApi.Question>> BATCH_BODY = new JsonType<List<CalcApi.Question>>() {};

    private static final JsonType<List<BigDecimal>> BATCH_RESULT = new JsonType<List<BigDecimal>>() {};

    private final Caller caller;

    public CalcApiClient(Caller caller) {
        this.caller = caller;
    }

    @Override
    public BigDecimal add(BigDecimal a, BigDecimal b) {
        return caller.call(ADD)
                .path("/add/")
                .segment("a", a)
                .path("/")
                .segment("b", b)
                .value(ADD_RESULT);
    }

    @Override
    public List<BigDecimal> batch(List<CalcApi.Question> questions) {
        return caller.call(BATCH)
                .path("/batch")
                .json(BATCH_BODY, questions)
                .value(BATCH_RESULT);
    }
}
