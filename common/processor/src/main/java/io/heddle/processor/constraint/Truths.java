package io.heddle.processor.constraint;

import com.palantir.javapoet.CodeBlock;
import io.heddle.processor.model.Constraint;
import java.util.Map;

/// What a truth value must be.
final class Truths {
    private Truths() {}

    static Constraint read(Mark mark, Kind kind) {
        if (kind != Kind.TRUTH) {
            throw mark.isFor("truth values", "make it a boolean");
        }
        boolean wanted = mark.name().equals("AssertTrue");
        return mark.constraint(
                (value, _) -> CodeBlock.of(wanted ? "$L" : "!$L", value), "must be " + wanted, Map.of("const", wanted));
    }
}
