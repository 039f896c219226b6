package io.heddle.processor.read;

import io.heddle.contract.HttpApi;
import io.heddle.contract.ServiceName;
import io.heddle.processor.constraint.Constraints;
import io.heddle.processor.json.JsonShapes;
import io.heddle.processor.members.Declared;
import io.heddle.processor.members.Members;
import io.heddle.processor.model.Contract;
import io.heddle.processor.model.Operation;
import io.heddle.processor.path.MalformedPathException;
import io.heddle.processor.path.Templates;
import io.heddle.processor.read.allowed.AllowedServices;
import io.heddle.processor.read.called.NameReader;
import io.heddle.processor.report.Problems;
import io.heddle.processor.type.JavaTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/// Reads a marked type into a contract.
public final class ContractReader {
    private final ProcessingEnvironment environment;
    private final AllowedServices allowed;

    /// Reads with the options of that compilation.
    public ContractReader(ProcessingEnvironment environment) {
        this.environment = environment;
        this.allowed = AllowedServices.from(environment);
    }

    /// What became of a type.
    public sealed interface Reading {
        /// It is right.
        ///
        /// @param contract the contract
        /// @param shapes the JSON it speaks
        record Whole(Contract contract, JsonShapes shapes) implements Reading {}

        /// It is wrong, and every error has been reported.
        record Broken() implements Reading {}

        /// It names a type that is not there, perhaps not yet.
        record Unready() implements Reading {}
    }

    /// Reads the type, and reports all that is wrong with it.
    public Reading read(TypeElement type) {
        JavaTypes types = new JavaTypes(environment.getTypeUtils());
        Problems problems = new Problems(environment.getMessager(), type);
        if (!isPossible(type, problems)) {
            return new Reading.Broken();
        }
        Members members = new Members(environment.getTypeUtils(), environment.getElementUtils(), type);
        List<Declared> methods = members.abstractMethods();
        if (methods.stream().anyMatch(method -> isMissingType(method, types))) {
            return new Reading.Unready();
        }
        JsonShapes shapes = new JsonShapes(types);
        Scope scope = new Scope(types, shapes, problems, new Constraints(types));
        HttpApi api = type.getAnnotation(HttpApi.class);
        checkService(type, api, problems);
        boolean goodPath = checkPath(type, api, problems);
        List<Operation> operations = goodPath ? operations(scope, type, members, methods) : List.of();
        return problems.none() ? new Reading.Whole(contract(type, api, operations), shapes) : new Reading.Broken();
    }

    /// Reads what may be called by name of a type that is no contract, and reports all that is wrong with it. What it
    /// gives has no service and nothing for HTTP.
    public Reading readPlain(TypeElement type) {
        JavaTypes types = new JavaTypes(environment.getTypeUtils());
        Problems problems = new Problems(environment.getMessager(), type);
        List<Declared> methods = PlainReader.methods(type);
        if (methods.stream().anyMatch(method -> isMissingType(method, types))) {
            return new Reading.Unready();
        }
        JsonShapes shapes = new JsonShapes(types);
        Scope scope = new Scope(types, shapes, problems, new Constraints(types));
        Outcomes outcomes = new Outcomes(scope, environment.getTypeUtils(), environment.getElementUtils(), List.of());
        PlainReader reader = new PlainReader(scope, outcomes, type);
        if (!reader.isPossible(type)) {
            return new Reading.Broken();
        }
        List<Operation> operations =
                methods.stream().flatMap(method -> reader.read(method).stream()).toList();
        return problems.none()
                ? new Reading.Whole(new Contract(type, packageOf(type), "", List.of(), operations), shapes)
                : new Reading.Broken();
    }

    private String packageOf(TypeElement type) {
        return environment
                .getElementUtils()
                .getPackageOf(type)
                .getQualifiedName()
                .toString();
    }

    private Contract contract(TypeElement type, HttpApi api, List<Operation> operations) {
        List<String> tags =
                api.tags().length == 0 ? List.of(type.getSimpleName().toString()) : List.of(api.tags());
        return new Contract(type, packageOf(type), api.value(), tags, operations);
    }

    private List<Operation> operations(Scope scope, TypeElement type, Members members, List<Declared> methods) {
        Policies policies = new Policies(scope.problems(), type);
        Outcomes outcomes = new Outcomes(
                scope, environment.getTypeUtils(), environment.getElementUtils(), members.defaultMethods());
        Operations reader = new Operations(scope, type.getAnnotation(HttpApi.class), policies, outcomes);
        List<Operation> operations = new ArrayList<>();
        Map<String, Operation> routes = new HashMap<>();
        members.idlyMarked()
                .forEach(method -> scope.problems()
                        .error(
                                method,
                                "'" + method.getSimpleName() + "' has a body, so that no request reaches it;"
                                        + " take the body out, or "
                                        + (Declared.verbs(method).isEmpty() ? "@Logged" : "the HTTP method")));
        NameReader names = new NameReader(scope.problems(), type);
        for (Declared method : methods) {
            Optional<Operation> operation = reader.read(method).map(found -> names.named(method, found));
            operation.ifPresent(operations::add);
            operation.ifPresent(found -> checkUnique(found, routes, method, scope.problems()));
        }
        return List.copyOf(operations);
    }

    private static void checkUnique(
            Operation operation, Map<String, Operation> routes, Declared method, Problems problems) {
        String route = operation.verb() + " " + operation.template().shape();
        Operation first = routes.putIfAbsent(route, operation);
        if (first != null) {
            problems.error(
                    method.marked(),
                    operation.verb().mark(),
                    "value",
                    operation.verb() + " '" + operation.template().text() + "' is served by '" + first.name()
                            + "' already; change the path of one");
        }
    }

    private boolean isPossible(TypeElement type, Problems problems) {
        String name = type.getSimpleName().toString();
        if (type.getKind() != ElementKind.INTERFACE) {
            problems.error(type, "@HttpApi is on '" + name + "', which is no interface; move it to an interface");
            return false;
        }
        if (!type.getTypeParameters().isEmpty()) {
            problems.error(
                    type,
                    "'" + name + "' has type parameters; extend it with the types written out and mark that interface");
            return false;
        }
        if (type.getModifiers().contains(Modifier.SEALED)) {
            problems.error(type, "'" + name + "' is sealed, so that no client can implement it; take 'sealed' out");
            return false;
        }
        boolean hidden = Stream.<Element>iterate(type, Element::getEnclosingElement)
                .takeWhile(place -> place.getKind() != ElementKind.PACKAGE)
                .anyMatch(place -> place.getModifiers().contains(Modifier.PRIVATE));
        if (hidden) {
            problems.error(type, "'" + name + "' is private, so that no client can implement it; make it visible");
        }
        return !hidden;
    }

    private static boolean isMissingType(Declared method, JavaTypes types) {
        return types.missing(method.signature().getReturnType())
                || method.signature().getParameterTypes().stream().anyMatch(types::missing)
                || method.signature().getThrownTypes().stream().anyMatch(types::missing);
    }

    private void checkService(TypeElement type, HttpApi api, Problems problems) {
        if (!ServiceName.valid(api.value())) {
            problems.error(
                    type,
                    HttpApi.class,
                    "value",
                    "'" + api.value() + "' is no service name; use 1 to " + ServiceName.MAX_LENGTH
                            + " lower case letters, digits, dots, dashes or underscores, first a letter");
        } else {
            allowed.problem(api.value()).ifPresent(problem -> problems.error(type, HttpApi.class, "value", problem));
        }
    }

    private static boolean checkPath(TypeElement type, HttpApi api, Problems problems) {
        if (api.path().isEmpty()) {
            return true;
        }
        try {
            if (api.path().equals("/")) {
                throw new MalformedPathException("path '/' puts nothing before the templates; take it out");
            }
            Templates.read(api.path());
            return true;
        } catch (MalformedPathException e) {
            problems.error(type, HttpApi.class, "path", e.sentence());
            return false;
        }
    }
}
