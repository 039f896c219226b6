package io.heddle.processor.members;

import io.heddle.contract.log.Logged;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/// Finds the methods of a contract, its own and those of its super-interfaces, each once.
public final class Members {
    private final Types types;
    private final Elements elements;
    private final TypeElement contract;

    /// Looks at one contract.
    public Members(Types types, Elements elements, TypeElement contract) {
        this.types = types;
        this.elements = elements;
        this.contract = contract;
    }

    /// The methods that an implementation must have.
    public List<Declared> abstractMethods() {
        return families().stream()
                .filter(family -> isAbstract(family.getFirst()))
                .map(this::declared)
                .toList();
    }

    /// The default methods.
    public List<Declared> defaultMethods() {
        return families().stream()
                .filter(family -> family.getFirst().isDefault())
                .map(this::declared)
                .toList();
    }

    /// The methods of the contract itself that have a body and yet an HTTP method, or something to log.
    public List<ExecutableElement> idlyMarked() {
        return ElementFilter.methodsIn(contract.getEnclosedElements()).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> !Declared.verbs(method).isEmpty() || method.getAnnotation(Logged.class) != null)
                .toList();
    }

    /// Every method with the declarations that it overrides behind it.
    private List<List<ExecutableElement>> families() {
        List<List<ExecutableElement>> families = new ArrayList<>();
        for (TypeElement type : lineage()) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (!method.getModifiers().contains(Modifier.STATIC)
                        && !method.getModifiers().contains(Modifier.PRIVATE)) {
                    place(method, families);
                }
            }
        }
        return families;
    }

    private void place(ExecutableElement method, List<List<ExecutableElement>> families) {
        for (List<ExecutableElement> family : families) {
            ExecutableElement head = family.getFirst();
            if (same(head, method)) {
                boolean wins =
                        elements.overrides(method, head, contract) && !elements.overrides(head, method, contract);
                family.add(wins ? 0 : family.size(), method);
                return;
            }
        }
        families.add(new ArrayList<>(List.of(method)));
    }

    private boolean same(ExecutableElement one, ExecutableElement other) {
        return one.getSimpleName().equals(other.getSimpleName())
                && (types.isSubsignature(signature(one), signature(other))
                        || types.isSubsignature(signature(other), signature(one)));
    }

    private ExecutableType signature(ExecutableElement method) {
        return (ExecutableType) types.asMemberOf((DeclaredType) contract.asType(), method);
    }

    private boolean isAbstract(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.ABSTRACT) && !isOfObject(method);
    }

    private boolean isOfObject(ExecutableElement method) {
        TypeElement object = elements.getTypeElement("java.lang.Object");
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .anyMatch(known -> known.getSimpleName().equals(method.getSimpleName())
                        && types.isSubsignature((ExecutableType) method.asType(), (ExecutableType) known.asType()));
    }

    private Declared declared(List<ExecutableElement> family) {
        ExecutableElement head = family.getFirst();
        ExecutableElement documented = family.stream()
                .filter(method -> elements.getDocComment(method) != null)
                .findFirst()
                .orElse(head);
        return new Declared(head, marked(family), documented, signature(head));
    }

    private static ExecutableElement marked(List<ExecutableElement> family) {
        return family.stream()
                .filter(method -> !Declared.verbs(method).isEmpty())
                .findFirst()
                .orElse(family.getFirst());
    }

    /// The contract and its super-interfaces, the nearest first.
    private Set<TypeElement> lineage() {
        Set<TypeElement> lineage = new LinkedHashSet<>();
        List<TypeElement> floor = List.of(contract);
        while (!floor.isEmpty()) {
            lineage.addAll(floor);
            floor = floor.stream()
                    .flatMap(type -> type.getInterfaces().stream())
                    .map(Members::element)
                    .toList();
        }
        return lineage;
    }

    private static TypeElement element(TypeMirror type) {
        return (TypeElement) ((DeclaredType) type).asElement();
    }
}
