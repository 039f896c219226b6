package io.heddle.processor.read.called;

import io.heddle.contract.rpc.Rpc;
import io.heddle.processor.members.Declared;
import io.heddle.processor.model.Binding;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.Result;
import io.heddle.processor.report.Problems;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/// Gives methods the names that they are called by, and reports those that cannot have one.
public final class NameReader {
    private static final int LONGEST = 128;
    private static final Set<Result.Kind> UNNAMED = Set.of(
            Result.Kind.REPLY, Result.Kind.PREPARED, Result.Kind.BYTE_STREAM, Result.Kind.LINES, Result.Kind.EVENTS);

    private final Problems problems;
    private final TypeElement type;
    private final Optional<Rpc> whole;
    private final Map<String, String> takenBy = new HashMap<>();
    private final Map<String, String> overloads = new HashMap<>();

    /// Begins without a name.
    public NameReader(Problems problems, TypeElement type) {
        this.problems = problems;
        this.type = type;
        this.whole = Optional.ofNullable(type.getAnnotation(Rpc.class));
    }

    /// The operation with its name, if it may be called by one.
    public Operation named(Declared method, Operation operation) {
        Optional<Rpc> own = Optional.ofNullable(method.marked().getAnnotation(Rpc.class));
        if (own.isEmpty() && whole.isEmpty()) {
            return operation;
        }
        ExecutableElement at = method.marked();
        String wish = own.map(Rpc::value).filter(text -> !text.isEmpty()).orElse("");
        String name = owner() + "." + (wish.isEmpty() ? operation.name() : wish);
        problem(operation, name, wish).ifPresent(message -> problems.error(at, message));
        return operation.named(name);
    }

    private String owner() {
        return whole.map(Rpc::value)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> type.getSimpleName().toString());
    }

    private Optional<String> problem(Operation operation, String name, String wish) {
        String method = "'" + operation.name() + "' ";
        if (operation.parameters().stream().map(Parameter::binding).anyMatch(Binding.ByteStream.class::isInstance)) {
            return Optional.of(method + "takes a stream, which no call by name can carry; take @Rpc off");
        }
        if (UNNAMED.contains(operation.result().kind())) {
            return Optional.of(
                    method + "answers with more than a value, which no call by name can carry; take @Rpc off");
        }
        if (name.length() > LONGEST || !name.chars().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c))) {
            return Optional.of("'" + name + "' is no name to call by; use letters, digits and underscores, at most "
                    + LONGEST + " in all");
        }
        String overload = overloads.putIfAbsent(operation.name(), wish);
        if (overload != null && (wish.isEmpty() || overload.isEmpty())) {
            return Optional.of(
                    method + "is overloaded, and one name calls one method; give each a name with" + " @Rpc(\"...\")");
        }
        String first = takenBy.putIfAbsent(normal(name), name);
        return first == null
                ? Optional.empty()
                : Optional.of("the name '" + name + "' is too near to '" + first
                        + "': they differ only in case or underscores; change one with @Rpc(\"...\")");
    }

    /// A name as people mix it up with others.
    private static String normal(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
