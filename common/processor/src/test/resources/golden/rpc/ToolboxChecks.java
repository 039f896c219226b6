package demo.rpc;

import io.heddle.kit.check.Checks;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Checks what Toolbox asks of its values.
 */
@Generated("io.heddle.processor")
final class ToolboxChecks {
    private ToolboxChecks() {
    }

    static void greetByName(String name, Optional<String> title) {
        Checks checks = new Checks();
        checks.that(Checks.length(name) <= 20, "name", "must have at most 20 characters");
        checks.done();
    }
}
