package io.heddle.gateway;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import java.math.BigDecimal;

/// The slice of the calculator that the gateway offers at its own root.
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
}
