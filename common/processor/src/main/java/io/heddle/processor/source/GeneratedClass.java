package io.heddle.processor.source;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.heddle.processor.model.Contract;
import io.heddle.processor.model.Operation;
import io.heddle.processor.model.Parameter;
import io.heddle.processor.model.Result;
import io.heddle.processor.naming.Names;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/// One class that is written for a contract. Its constants never hide a parameter.
public final class GeneratedClass {
    private static final ClassName JSON_TYPE = ClassName.get("io.heddle.kit.json", "JsonType");

    private final Contract contract;
    private final TypeSpec.Builder type;
    private final Names names;

    /// Begins a class with the name of the contract and the suffix.
    public GeneratedClass(Contract contract, String suffix, String doc) {
        this.contract = contract;
        this.names = new Names(contract.operations().stream()
                .flatMap(operation -> operation.parameters().stream())
                .map(Parameter::name)
                .toList());
        this.type = TypeSpec.classBuilder(contract.nameWith(suffix))
                .addOriginatingElement(contract.type())
                .avoidClashesWithNestedClasses(contract.type())
                .addJavadoc("$L\n", doc)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", "io.heddle.processor")
                        .build())
                .addAnnotations(deprecation(contract.type()))
                .addModifiers(
                        contract.isPublic()
                                ? new Modifier[] {Modifier.PUBLIC, Modifier.FINAL}
                                : new Modifier[] {Modifier.FINAL});
    }

    /// The class as far as it is written.
    public TypeSpec.Builder type() {
        return type;
    }

    /// A name that neither a parameter nor another name of this class has.
    public String fresh(String wish) {
        return names.fresh(wish);
    }

    /// Adds a constant and gives its name.
    public String constant(TypeName constantType, String wish, CodeBlock value) {
        String name = fresh(wish);
        type.addField(FieldSpec.builder(constantType, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build());
        return name;
    }

    /// Adds a constant that holds a JSON type and gives its name.
    public String jsonConstant(TypeName json, String wish) {
        TypeName name = ParameterizedTypeName.get(JSON_TYPE, json);
        return constant(name, wish, CodeBlock.of("new $T() {}", name));
    }

    /// Adds the constant for the JSON of a result and gives its name, empty when there is no JSON.
    public Optional<String> resultConstant(Operation operation) {
        return operation.result().json().map(TypeName::get).map(json -> {
            boolean page = operation.result().kind() == Result.Kind.PAGE;
            TypeName whole = page ? ParameterizedTypeName.get(ClassName.get(List.class), json) : json;
            return jsonConstant(whole, Names.constant(operation.id()) + "_RESULT");
        });
    }

    /// Begins the method of the class that implements a method of the contract.
    public static MethodSpec.Builder implementation(Operation operation) {
        return MethodSpec.methodBuilder(operation.name())
                .addAnnotation(Override.class)
                .addAnnotations(deprecation(operation.method()))
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.get(operation.returnType()))
                .addParameters(parameters(operation));
    }

    /// The parameters of a method as it declares them.
    public static List<ParameterSpec> parameters(Operation operation) {
        return operation.parameters().stream()
                .map(parameter -> ParameterSpec.builder(typeName(parameter), parameter.name())
                        .build())
                .toList();
    }

    /// The type of a parameter, with the annotation that allows null.
    public static TypeName typeName(Parameter parameter) {
        TypeName plain = TypeName.get(parameter.type());
        return parameter
                .nullable()
                .map(AnnotationSpec::get)
                .map(plain::annotated)
                .orElse(plain);
    }

    /// The marks of what is deprecated, so that its implementation compiles without a warning.
    public static List<AnnotationSpec> deprecation(Element element) {
        Deprecated mark = element.getAnnotation(Deprecated.class);
        if (mark == null) {
            return List.of();
        }
        AnnotationSpec deprecated = AnnotationSpec.builder(Deprecated.class).build();
        AnnotationSpec suppression = AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "removal")
                .build();
        return mark.forRemoval() ? List.of(deprecated, suppression) : List.of(deprecated);
    }

    /// The whole file.
    public JavaFile file() {
        return JavaFile.builder(contract.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }
}
