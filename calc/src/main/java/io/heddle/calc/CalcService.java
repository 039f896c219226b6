package io.heddle.calc;

import io.heddle.kit.boot.Service;

/// Starts the calculator.
public final class CalcService {
    private CalcService() {}

    public static void main(String[] args) {
        Service.named("calc").serve(CalcApi.class, new Calculator()).start().await();
    }
}
