package io.heddle.calc;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.call.Idempotent;
import io.heddle.contract.rpc.Rpc;
import java.math.BigDecimal;
import java.util.List;

/// The four operations on decimals. An operand has at most 100 digits and an exponent from -100 to 100.
@Rpc
@HttpApi("calc")
public interface CalcApi {
    /// Adds two decimals exactly.
    @Get("/add/{a}/{b}")
    BigDecimal add(BigDecimal a, BigDecimal b);

    /// Subtracts the second decimal from the first exactly.
    @Get("/subtract/{a}/{b}")
    BigDecimal subtract(BigDecimal a, BigDecimal b);

    /// Multiplies two decimals exactly.
    @Get("/multiply/{a}/{b}")
    BigDecimal multiply(BigDecimal a, BigDecimal b);

    /// Divides the first decimal by the second, to 34 significant digits, half to even (IEEE 754 decimal128).
    @Get("/divide/{a}/{b}")
    BigDecimal divide(BigDecimal a, BigDecimal b);

    /// Answers many questions in their order. One that cannot be answered does not disturb the others.
    @Post("/batch")
    @Idempotent
    List<Answer> batch(List<Question> questions);
}
