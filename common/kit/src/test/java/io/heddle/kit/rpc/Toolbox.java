package io.heddle.kit.rpc;

import io.heddle.contract.call.Idempotent;
import io.heddle.contract.rpc.Rpc;
import java.math.BigDecimal;
import java.util.Optional;

/// A class that is no contract.
public final class Toolbox {
    private Toolbox() {}

    @Rpc
    @Idempotent
    static BigDecimal sum(BigDecimal left, BigDecimal rightOperand) {
        return left.add(rightOperand);
    }

    @Rpc("hello")
    static String greet(String name, Optional<String> title) {
        return "Hello, " + title.map(text -> text + " ").orElse("") + name;
    }

    static String hidden() {
        return "not to be called by name";
    }
}
