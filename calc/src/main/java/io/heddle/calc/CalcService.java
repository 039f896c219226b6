package io.heddle.calc;

import io.heddle.kit.boot.Service;

/// Starts the calculator.
public final class CalcService {
    private CalcService() {}

    public static void main(String[] args) {
        Greeter greeter = new Greeter("Hello");
        Service.named("calc")
                .serve(CalcApi.class, new Calculator())
                .serve(GreetApi.class, greeter::hello)
                .rpc(Greeter.class, greeter)
                .rpc(Clock.class)
                .start()
                .await();
    }
}
