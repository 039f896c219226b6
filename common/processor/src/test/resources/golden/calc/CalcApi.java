package demo.calc;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import java.math.BigDecimal;
import java.util.List;

/// Decimal arithmetic.
@HttpApi("calc")
public interface CalcApi {
    /// A question.
    ///
    /// @param left the left operand
    /// @param rightOperand the right operand
    record Question(BigDecimal left, BigDecimal rightOperand) {}

    /// Adds two decimals exactly. Never rounds.
    ///
    /// @param a the first
    /// @param b the second
    @Get("/add/{a}/{b}")
    BigDecimal add(BigDecimal a, BigDecimal b);

    /// Answers many questions at once.
    @Post("/batch")
    List<BigDecimal> batch(List<Question> questions);
}
