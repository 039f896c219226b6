import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.annotation.processing.Generated;

/**
 * Answers as a test says, and keeps every call. What was not scripted answers 501.
 */
@Generated("io.heddle.processor")
final class Outer_OddApiStub implements Outer.OddApi {
    private final List<StubCall> calls2 = new CopyOnWriteArrayList<>();

    private volatile OnNames onNames = (endpoint, optional) -> {
        throw notScripted("OddApi.names");
    };

    private volatile OnScalar onScalar = (scalar) -> {
        throw notScripted("OddApi.scalar");
    };

    private volatile OnBody onBody = (body, failure) -> {
        throw notScripted("OddApi.body");
    };

    private volatile OnConstant onConstant = (CONSTANT, CONSTANT_RESULT) -> {
        throw notScripted("OddApi.constant");
    };

    private volatile OnAddTo onAddTo = (answer) -> {
        throw notScripted("OddApi.addTo");
    };

    private volatile OnCalls onCalls2 = (calls) -> {
        throw notScripted("OddApi.calls");
    };

    private volatile OnOnCalls onOnCalls = (onCalls, answer) -> {
        throw notScripted("OddApi.onCalls");
    };

    private volatile OnBounds onBounds = (id, limit, unbounded, digits) -> {
        throw notScripted("OddApi.bounds");
    };

    private volatile OnLeaving onLeaving = () -> {
        throw notScripted("OddApi.leaving");
    };

    private volatile OnClash onClash = (caller, call, exchange, api, rest) -> {
        throw notScripted("OddApi.clash");
    };

    private volatile OnThirty onThirty = (a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9) -> {
        throw notScripted("OddApi.thirty");
    };

    /**
     * Begins without a script.
     */
    public Outer_OddApiStub() {
    }

    /**
     * The calls so far, in order.
     */
    public List<StubCall> calls2() {
        return List.copyOf(calls2);
    }

    /**
     * Says what {@code names} answers from now on.
     */
    public Outer_OddApiStub onNames(OnNames answer2) {
        this.onNames = answer2;
        return this;
    }

    @Override
    public List<Outer.Scalar> names(Outer.OddApi.Endpoint endpoint, Optional<String> optional) {
        calls2.add(new StubCall("names", Arrays.<Object>asList(endpoint, optional)));
        return onNames.answer(endpoint, optional);
    }

    /**
     * Says what {@code scalar} answers from now on.
     */
    public Outer_OddApiStub onScalar(OnScalar answer2) {
        this.onScalar = answer2;
        return this;
    }

    @Override
    public Outer.OddApi.Scalar scalar(int scalar) {
        calls2.add(new StubCall("scalar", Arrays.<Object>asList(scalar)));
        return onScalar.answer(scalar);
    }

    /**
     * Says what {@code body} answers from now on.
     */
    public Outer_OddApiStub onBody(OnBody answer2) {
        this.onBody = answer2;
        return this;
    }

    @Override
    public void body(Optional<Outer.OddApi.Scalar> body, Optional<String> failure) {
        calls2.add(new StubCall("body", Arrays.<Object>asList(body, failure)));
        onBody.answer(body, failure);
    }

    /**
     * Says what {@code constant} answers from now on.
     */
    public Outer_OddApiStub onConstant(OnConstant answer2) {
        this.onConstant = answer2;
        return this;
    }

    @Override
    public String constant(String CONSTANT, String CONSTANT_RESULT) {
        calls2.add(new StubCall("constant", Arrays.<Object>asList(CONSTANT, CONSTANT_RESULT)));
        return onConstant.answer(CONSTANT, CONSTANT_RESULT);
    }

    /**
     * Says what {@code addTo} answers from now on.
     */
    public Outer_OddApiStub onAddTo(OnAddTo answer2) {
        this.onAddTo = answer2;
        return this;
    }

    @Override
    public int addTo(int answer) {
        calls2.add(new StubCall("addTo", Arrays.<Object>asList(answer)));
        return onAddTo.answer(answer);
    }

    /**
     * Says what {@code calls} answers from now on.
     */
    public Outer_OddApiStub onCalls2(OnCalls answer2) {
        this.onCalls2 = answer2;
        return this;
    }

    @Override
    public int calls(int calls) {
        calls2.add(new StubCall("calls", Arrays.<Object>asList(calls)));
        return onCalls2.answer(calls);
    }

    /**
     * Says what {@code onCalls} answers from now on.
     */
    public Outer_OddApiStub onOnCalls(OnOnCalls answer2) {
        this.onOnCalls = answer2;
        return this;
    }

    @Override
    public int onCalls(int onCalls, int answer) {
        calls2.add(new StubCall("onCalls", Arrays.<Object>asList(onCalls, answer)));
        return onOnCalls.answer(onCalls, answer);
    }

    /**
     * Says what {@code bounds} answers from now on.
     */
    public Outer_OddApiStub onBounds(OnBounds answer2) {
        this.onBounds = answer2;
        return this;
    }

    @Override
    public int bounds(long id, int limit, Optional<Integer> unbounded, List<Short> digits) {
        calls2.add(new StubCall("bounds", Arrays.<Object>asList(id, limit, unbounded, digits)));
        return onBounds.answer(id, limit, unbounded, digits);
    }

    /**
     * Says what {@code leaving} answers from now on.
     */
    @Deprecated
    @SuppressWarnings("removal")
    public Outer_OddApiStub onLeaving(OnLeaving answer2) {
        this.onLeaving = answer2;
        return this;
    }

    @Override
    @Deprecated
    @SuppressWarnings("removal")
    public int leaving() {
        calls2.add(new StubCall("leaving", List.of()));
        return onLeaving.answer();
    }

    /**
     * Says what {@code clash} answers from now on.
     */
    public Outer_OddApiStub onClash(OnClash answer2) {
        this.onClash = answer2;
        return this;
    }

    @Override
    public String clash(String caller, String call, String exchange, String api,
            Outer.OddApi.Clash rest) {
        calls2.add(new StubCall("clash", Arrays.<Object>asList(caller, call, exchange, api, rest)));
        return onClash.answer(caller, call, exchange, api, rest);
    }

    /**
     * Says what {@code thirty} answers from now on.
     */
    public Outer_OddApiStub onThirty(OnThirty answer2) {
        this.onThirty = answer2;
        return this;
    }

    @Override
    public int thirty(int a0, int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8,
            int a9, int b0, int b1, int b2, int b3, int b4, int b5, int b6, int b7, int b8, int b9,
            int c0, int c1, int c2, int c3, int c4, int c5, int c6, int c7, int c8, int c9) {
        calls2.add(new StubCall("thirty", Arrays.<Object>asList(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9)));
        return onThirty.answer(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9);
    }

    private static ServiceException notScripted(String method) {
        return ServiceException.of(Status.NOT_IMPLEMENTED, method + " was called, but the stub has no answer for it");
    }

    /**
     * What {@code names} answers.
     */
    @FunctionalInterface
    public interface OnNames {
        /**
         * Answers one call.
         */
        List<Outer.Scalar> answer(Outer.OddApi.Endpoint endpoint, Optional<String> optional);
    }

    /**
     * What {@code scalar} answers.
     */
    @FunctionalInterface
    public interface OnScalar {
        /**
         * Answers one call.
         */
        Outer.OddApi.Scalar answer(int scalar);
    }

    /**
     * What {@code body} answers.
     */
    @FunctionalInterface
    public interface OnBody {
        /**
         * Answers one call.
         */
        void answer(Optional<Outer.OddApi.Scalar> body, Optional<String> failure);
    }

    /**
     * What {@code constant} answers.
     */
    @FunctionalInterface
    public interface OnConstant {
        /**
         * Answers one call.
         */
        String answer(String CONSTANT, String CONSTANT_RESULT);
    }

    /**
     * What {@code addTo} answers.
     */
    @FunctionalInterface
    public interface OnAddTo {
        /**
         * Answers one call.
         */
        int answer(int answer);
    }

    /**
     * What {@code calls} answers.
     */
    @FunctionalInterface
    public interface OnCalls {
        /**
         * Answers one call.
         */
        int answer(int calls);
    }

    /**
     * What {@code onCalls} answers.
     */
    @FunctionalInterface
    public interface OnOnCalls {
        /**
         * Answers one call.
         */
        int answer(int onCalls, int answer);
    }

    /**
     * What {@code bounds} answers.
     */
    @FunctionalInterface
    public interface OnBounds {
        /**
         * Answers one call.
         */
        int answer(long id, int limit, Optional<Integer> unbounded, List<Short> digits);
    }

    /**
     * What {@code leaving} answers.
     */
    @FunctionalInterface
    public interface OnLeaving {
        /**
         * Answers one call.
         */
        int answer();
    }

    /**
     * What {@code clash} answers.
     */
    @FunctionalInterface
    public interface OnClash {
        /**
         * Answers one call.
         */
        String answer(String caller, String call, String exchange, String api,
                Outer.OddApi.Clash rest);
    }

    /**
     * What {@code thirty} answers.
     */
    @FunctionalInterface
    public interface OnThirty {
        /**
         * Answers one call.
         */
        int answer(int a0, int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9,
                int b0, int b1, int b2, int b3, int b4, int b5, int b6, int b7, int b8, int b9,
                int c0, int c1, int c2, int c3, int c4, int c5, int c6, int c7, int c8, int c9);
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
