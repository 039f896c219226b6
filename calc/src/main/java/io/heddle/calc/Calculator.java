package io.heddle.calc;

import io.heddle.contract.error.ServiceException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Calculates. Operands are bounded before anything is done with them: `1e999999999` is short to write and long to add
/// to.
final class Calculator implements CalcApi {
    static final int MAX_DIGITS = 100;
    static final int MAX_EXPONENT = 100;
    static final int MAX_QUESTIONS = 1000;

    @Override
    public BigDecimal add(BigDecimal a, BigDecimal b) {
        return bounded("a", a).add(bounded("b", b));
    }

    @Override
    public BigDecimal subtract(BigDecimal a, BigDecimal b) {
        return bounded("a", a).subtract(bounded("b", b));
    }

    @Override
    public BigDecimal multiply(BigDecimal a, BigDecimal b) {
        return bounded("a", a).multiply(bounded("b", b));
    }

    @Override
    public BigDecimal divide(BigDecimal a, BigDecimal b) {
        if (bounded("b", b).signum() == 0) {
            throw ServiceException.invalid("b", "must not be zero");
        }
        return bounded("a", a).divide(b, MathContext.DECIMAL128);
    }

    @Override
    public List<Answer> batch(List<Question> questions) {
        if (questions.size() > MAX_QUESTIONS) {
            throw ServiceException.invalid("questions", "must be at most " + MAX_QUESTIONS);
        }
        return questions.stream().map(this::answer).toList();
    }

    private Answer answer(Question question) {
        try {
            BigDecimal a = question.a();
            BigDecimal b = question.b();
            return Answer.of(
                    switch (question.operation()) {
                        case ADD -> add(a, b);
                        case SUBTRACT -> subtract(a, b);
                        case MULTIPLY -> multiply(a, b);
                        case DIVIDE -> divide(a, b);
                    });
        } catch (ServiceException e) {
            return Answer.failed(e.sentence());
        }
    }

    private static BigDecimal bounded(String name, BigDecimal operand) {
        if (operand.precision() > MAX_DIGITS) {
            throw ServiceException.invalid(name, "must have at most " + MAX_DIGITS + " digits");
        }
        if (Math.abs((long) operand.scale()) > MAX_EXPONENT) {
            throw ServiceException.invalid(name, "must have an exponent from -" + MAX_EXPONENT + " to " + MAX_EXPONENT);
        }
        return operand;
    }
}
