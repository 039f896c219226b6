package io.heddle.processor.read;

import io.heddle.contract.HttpApi;
import io.heddle.contract.Patch;
import io.heddle.contract.Post;
import io.heddle.contract.Put;
import io.heddle.contract.bind.HashKey;
import io.heddle.contract.bind.Secret;
import io.heddle.contract.call.Idempotent;
import io.heddle.contract.log.Logged;
import io.heddle.contract.log.SecretNames;
import io.heddle.processor.members.Declared;
import io.heddle.processor.members.Declared.Argument;
import io.heddle.processor.model.Binding;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.Result;
import io.heddle.processor.model.TextField;
import io.heddle.processor.model.Verb;
import io.heddle.processor.naming.Names;
import io.heddle.processor.path.MalformedPathException;
import io.heddle.processor.path.Template;
import io.heddle.processor.path.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/// Reads one method after another into operations.
final class Operations {
    private final Scope scope;
    private final HttpApi api;
    private final Policies policies;
    private final Outcomes outcomes;
    private final Names ids;

    Operations(Scope scope, HttpApi api, Policies policies, Outcomes outcomes) {
        this.scope = scope;
        this.api = api;
        this.policies = policies;
        this.outcomes = outcomes;
        this.ids = new Names(Set.of());
    }

    /// Reads a method; empty when an error was reported.
    Optional<Operation> read(Declared method) {
        Optional<Verb> verb = verb(method);
        if (verb.isEmpty() || isGeneric(method) || isNameless(method)) {
            return Optional.empty();
        }
        Optional<Template> template = template(method, verb.get());
        List<Parameter> parameters =
                template.map(path -> parameters(method, verb.get(), path)).orElse(List.of());
        Optional<Result> result = new Results(scope).read(method);
        boolean idempotent = verb.get().idempotent() || method.marked().getAnnotation(Idempotent.class) != null;
        Operation operation = new Operation(
                method.method(),
                method.documented(),
                ids.fresh(method.method().getSimpleName().toString()),
                verb.get(),
                template.orElse(new Template(List.of())),
                parameters,
                method.signature().getReturnType(),
                result.orElse(new Result(Result.Kind.NOTHING, Optional.empty())),
                policies.read(method.marked(), verb.get(), idempotent),
                idempotent,
                anyContentType(method.marked()),
                List.copyOf(outcomes.failures(method)),
                outcomes.fallback(method),
                Optional.ofNullable(method.marked().getAnnotation(Logged.class)),
                Optional.empty());
        boolean whole = template.isPresent() && result.isPresent();
        return whole ? Optional.of(operation) : Optional.empty();
    }

    private Optional<Verb> verb(Declared method) {
        List<Verb> verbs = Declared.verbs(method.marked());
        String name = method.method().getSimpleName().toString();
        if (verbs.isEmpty()) {
            scope.problems()
                    .error(
                            method.method(),
                            "'" + name + "' has no HTTP method; add @Get, @Post, @Put, @Patch or @Delete,"
                                    + " or give it a default body");
            return Optional.empty();
        }
        if (verbs.size() > 1) {
            scope.problems()
                    .error(
                            method.marked(),
                            "'" + name + "' is both " + verbs.get(0) + " and " + verbs.get(1) + "; keep one");
            return Optional.empty();
        }
        return Optional.of(verbs.getFirst());
    }

    private boolean isGeneric(Declared method) {
        if (method.method().getTypeParameters().isEmpty()) {
            return false;
        }
        scope.problems()
                .error(
                        method.marked(),
                        "'" + method.method().getSimpleName()
                                + "' has type parameters, which no request can carry; write the types out");
        return true;
    }

    private boolean isNameless(Declared method) {
        if (method.isNameless()) {
            scope.problems()
                    .error(
                            method.marked(),
                            "the parameters have no names in the class file; compile it with the option -parameters");
        }
        return method.isNameless();
    }

    private Optional<Template> template(Declared method, Verb verb) {
        String own = path(method.marked(), verb);
        try {
            Template template =
                    Templates.read(own.equals("/") && !api.path().isEmpty() ? api.path() : api.path() + own);
            Templates.read(own);
            return Optional.of(template);
        } catch (MalformedPathException e) {
            scope.problems().error(method.marked(), verb.mark(), "value", e.sentence());
            return Optional.empty();
        }
    }

    private static String path(ExecutableElement method, Verb verb) {
        return switch (verb) {
            case GET -> method.getAnnotation(io.heddle.contract.Get.class).value();
            case POST -> method.getAnnotation(Post.class).value();
            case PUT -> method.getAnnotation(Put.class).value();
            case PATCH -> method.getAnnotation(Patch.class).value();
            case DELETE -> method.getAnnotation(io.heddle.contract.Delete.class).value();
        };
    }

    private static boolean anyContentType(ExecutableElement method) {
        Post post = method.getAnnotation(Post.class);
        Put put = method.getAnnotation(Put.class);
        Patch patch = method.getAnnotation(Patch.class);
        return (post != null && post.anyContentType())
                || (put != null && put.anyContentType())
                || (patch != null && patch.anyContentType());
    }

    private List<Parameter> parameters(Declared method, Verb verb, Template template) {
        Bindings bindings = new Bindings(scope, verb, template);
        List<Parameter> parameters = new ArrayList<>();
        boolean whole = true;
        for (Argument argument : method.arguments()) {
            Optional<Binding> binding = bindings.read(argument);
            binding.map(found -> parameter(argument, found)).ifPresent(parameters::add);
            whole &= binding.isPresent();
        }
        if (whole) {
            new Together(scope.problems(), method, verb, template).check(parameters);
        }
        return List.copyOf(parameters);
    }

    private Parameter parameter(Argument argument, Binding binding) {
        boolean hashKey = argument.marked().getAnnotation(HashKey.class) != null;
        boolean scalar = binding instanceof Binding.Text(TextField field) && (field.shape() == TextField.Shape.ONE);
        if (hashKey && !scalar) {
            scope.problems()
                    .error(
                            argument.marked(),
                            "parameter '" + argument.name()
                                    + "' is the @HashKey, which must be one text, number or id that is always there");
        }
        var nullable = scope.types()
                .nullable(argument.marked(), argument.marked().asType(), argument.declared(), argument.type());
        return new Parameter(argument.name(), argument.type(), nullable, binding, hashKey, isSecret(argument, binding));
    }

    static boolean isSecret(Argument argument, Binding binding) {
        return argument.marked().getAnnotation(Secret.class) != null
                || SecretNames.matches(argument.name())
                || (binding instanceof Binding.Text(TextField field) && SecretNames.matches(field.wireName()));
    }
}
