package io.heddle.processor.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.heddle.processor.model.Contract;
import io.heddle.processor.model.Limits;
import io.heddle.processor.model.Operation;
import java.time.Duration;

/// The constant that says at run time what is known of a method at compile time.
final class EndpointConstant {
    static final ClassName TYPE = ClassName.get("io.heddle.kit.client", "Endpoint");

    private EndpointConstant() {}

    static CodeBlock value(Contract contract, Operation operation) {
        CodeBlock limits = limits(operation.limits());
        return CodeBlock.of(
                "$T.of($S, $S, $S, $L)$L",
                TYPE,
                contract.service(),
                contract.label(operation),
                operation.verb().name() + " " + operation.template().text(),
                operation.idempotent(),
                limits.isEmpty() ? limits : CodeBlock.of("\n$>$>.with($T.Policy.UNSET$L)$<$<", TYPE, limits));
    }

    private static CodeBlock limits(Limits limits) {
        CodeBlock.Builder code = CodeBlock.builder();
        limits.timeout().ifPresent(limit -> code.add(".timeout($L)", duration(limit)));
        limits.perTry().ifPresent(limit -> code.add(".perTry($L)", duration(limit)));
        limits.attempts().ifPresent(number -> code.add(".attempts($L)", number));
        limits.hedgeAfter().ifPresent(delay -> code.add(".hedgeAfter($L)", duration(delay)));
        return code.build();
    }

    private static CodeBlock duration(Duration duration) {
        if (duration.toNanosPart() % 1_000_000 != 0) {
            return CodeBlock.of("$T.ofNanos($LL)", Duration.class, duration.toNanos());
        }
        return duration.toMillisPart() == 0
                ? CodeBlock.of("$T.ofSeconds($L)", Duration.class, duration.toSeconds())
                : CodeBlock.of("$T.ofMillis($L)", Duration.class, duration.toMillis());
    }
}
