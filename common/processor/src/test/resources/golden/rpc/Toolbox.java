package demo.rpc;

import io.heddle.contract.call.Idempotent;
import io.heddle.contract.rpc.Rpc;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;

/// A class of which two methods may be called by name.
final class Toolbox {
    private final String greeting;

    Toolbox(String greeting) {
        this.greeting = greeting;
    }

    @Rpc
    @Idempotent
    static int sum(int left, int rightOperand) {
        return left + rightOperand;
    }

    @Rpc("hello")
    String greet(@Size(max = 20) String name, Optional<String> title) {
        return greeting + title.orElse("") + name;
    }

    public Map<String, String> secrets() {
        return Map.of();
    }
}
