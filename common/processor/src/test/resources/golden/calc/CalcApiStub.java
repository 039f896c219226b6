package demo.calc;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.annotation.processing.Generated;

/**
 * Answers as a test says, and keeps every call. What was not scripted answers 501.
 */
@Generated("io.heddle.processor")
public final class CalcApiStub implements CalcApi {
    private final List<StubCall> calls = new CopyOnWriteArrayList<>();

    private volatile OnAdd onAdd = (a, b) -> {
        throw notScripted("CalcApi.add");
    };

    private volatile OnBatch onBatch = (questions) -> {
        throw notScripted("CalcApi.batch");
    };

    /**
     * Begins without a script.
     */
    public CalcApiStub() {
    }

    /**
     * The calls so far, in order.
     */
    public List<StubCall> calls() {
        return List.copyOf(calls);
    }

    /**
     * Says what {@code add} answers from now on.
     */
    public CalcApiStub onAdd(OnAdd answer) {
        this.onAdd = answer;
        return this;
    }

    @Override
    public BigDecimal add(BigDecimal a, BigDecimal b) {
        calls.add(new StubCall("add", Arrays.<Object>asList(a, b)));
        return onAdd.answer(a, b);
    }

    /**
     * Says what {@code batch} answers from now on.
     */
    public CalcApiStub onBatch(OnBatch answer) {
        this.onBatch = answer;
        return this;
    }

    @Override
    public List<BigDecimal> batch(List<CalcApi.Question> questions) {
        calls.add(new StubCall("batch", Arrays.<Object>asList(questions)));
        return onBatch.answer(questions);
    }

    private static ServiceException notScripted(String method) {
        return ServiceException.of(Status.NOT_IMPLEMENTED, method + " was called, but the stub has no answer for it");
    }

    /**
     * What {@code add} answers.
     */
    @FunctionalInterface
    public interface OnAdd {
        /**
         * Answers one call.
         */
        BigDecimal answer(BigDecimal a, BigDecimal b);
    }

    /**
     * What {@code batch} answers.
     */
    @FunctionalInterface
    public interface OnBatch {
        /**
         * Answers one call.
         */
        List<BigDecimal> answer(List<CalcApi.Question> questions);
    }

    /**
     * One call.
     *
     * @param method the name of the method
     * @param arguments its arguments in order
     */
    public record StubCall(String method, List<Object> arguments) {
    }
}
