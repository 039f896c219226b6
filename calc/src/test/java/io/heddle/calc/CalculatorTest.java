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
        "0.1, 0.2, 0.3, -0.1, 0.02, 0.5",
        "1, 3, 4, -2, 3, 0.3333333333333333333333333333333333",
        "10, 4, 14, 6, 40, 2.5",
        "-7, 2, -5, -9, -14, -3.5"
    })
    void calculatesExactly(String a, String b, String sum, String difference, String product, String quotient) {
        BigDecimal x = new BigDecimal(a);
        BigDecimal y = new BigDecimal(b);
        assertThat(calc.add(x, y)).isEqualTo(sum);
        assertThat(calc.subtract(x, y)).isEqualTo(difference);
        assertThat(calc.multiply(x, y)).isEqualTo(product);
        assertThat(calc.divide(x, y)).isEqualTo(quotient);
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
