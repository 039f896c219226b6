package demo.rpc;

import io.heddle.kit.json.JsonType;
import io.heddle.kit.rpc.RpcCall;
import io.heddle.kit.rpc.RpcMethods;
import io.heddle.kit.rpc.RpcTable;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Calls Toolbox by name.
 */
@Generated("io.heddle.processor")
final class ToolboxRpc implements RpcTable {
    private static final JsonType<Integer> SUM_LEFT = new JsonType<Integer>() {};

    private static final JsonType<Integer> SUM_RIGHT_OPERAND = new JsonType<Integer>() {};

    private static final JsonType<Integer> SUM_RESULT = new JsonType<Integer>() {};

    private static final JsonType<String> GREET_NAME = new JsonType<String>() {};

    private static final JsonType<String> GREET_TITLE = new JsonType<String>() {};

    private static final JsonType<String> GREET_RESULT = new JsonType<String>() {};

    private final Toolbox target;

    public ToolboxRpc(Toolbox target) {
        this.target = target;
    }

    @Override
    public void addTo(RpcMethods methods) {
        methods.add("Toolbox.sum", true, List.of("left", "right_operand"), this::sum);
        methods.add("Toolbox.hello", false, List.of("name", "title"), this::greet);
    }

    private void sum(RpcCall call) {
        int left = call.one("left", SUM_LEFT);
        int rightOperand = call.one("right_operand", SUM_RIGHT_OPERAND);
        call.value(SUM_RESULT, Toolbox.sum(left, rightOperand));
    }

    private void greet(RpcCall call) {
        String name = call.one("name", GREET_NAME);
        Optional<String> title = call.optional("title", GREET_TITLE);
        ToolboxChecks.greetByName(name, title);
        call.value(GREET_RESULT, target.greet(name, title));
    }
}
