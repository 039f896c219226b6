package io.heddle.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.calc.Question.Operation;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculatorTest {
    private final CalcApi calc = new Calculator();

    @ParameterizedTest
    @CsvSource({
        "ADD, 0.1, 0.2, 0.3",
        "ADD, 10, 4, 14",
        "SUBTRACT, 0.1, 0.2, -0.1",
        "SUBTRACT, -7, 2, -9",
        "MULTIPLY, 0.1, 0.2, 0.02",
        "MULTIPLY, -7, 2, -14",
        "DIVIDE, 10, 4, 2.5",
        "DIVIDE, 6, 3, 2",
        "DIVIDE, 1, 3, 0.3333333333333333333333333333333333"
    })
    void calculatesExactly(Operation operation, BigDecimal a, BigDecimal b, BigDecimal result) {
        BigDecimal actual = switch (operation) {
            case ADD -> calc.add(a, b);
            case SUBTRACT -> calc.subtract(a, b);
            case MULTIPLY -> calc.multiply(a, b);
            case DIVIDE -> calc.divide(a, b);
        };
        assertThat(actual).isEqualTo(result);
    }

    @Test
    void refusesToDivideByZero() {
        assertThatThrownBy(() -> calc.divide(BigDecimal.ONE, new BigDecimal("0.00")))
                .isInstanceOfSatisfying(
                        ServiceException.class, e -> assertThat(e.status()).isEqualTo(Status.BAD_REQUEST))
                .hasMessage("b must not be zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e101", "-1e-101"})
    void refusesAnExponentThatWouldCostMemory(String hostile) {
        assertThatThrownBy(() -> calc.add(BigDecimal.ONE, new BigDecimal(hostile)))
                .hasMessage("b must have an exponent from -100 to 100");
    }

    @Test
    void refusesTooManyDigits() {
        BigDecimal tooLong = new BigDecimal("1".repeat(Calculator.MAX_DIGITS + 1));
        assertThatThrownBy(() -> calc.multiply(tooLong, BigDecimal.ONE)).hasMessage("a must have at most 100 digits");
    }

    @Test
    void answersTheRestOfABatchWhenOneCannotBeAnswered() {
        List<Answer> answers = calc.batch(List.of(
                new Question(Operation.ADD, BigDecimal.ONE, BigDecimal.TWO),
                new Question(Operation.DIVIDE, BigDecimal.ONE, BigDecimal.ZERO)));
        assertThat(answers).containsExactly(Answer.of(new BigDecimal(3)), Answer.failed("b must not be zero"));
    }

    @Test
    void limitsABatch() {
        Question question = new Question(Operation.ADD, BigDecimal.ONE, BigDecimal.ONE);
        assertThatThrownBy(() -> calc.batch(Collections.nCopies(Calculator.MAX_QUESTIONS + 1, question)))
                .hasMessage("questions must be at most 1000");
    }
}
