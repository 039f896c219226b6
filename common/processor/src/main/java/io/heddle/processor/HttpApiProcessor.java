package io.heddle.processor;

import com.palantir.javapoet.JavaFile;
import io.heddle.contract.HttpApi;
import io.heddle.contract.log.Logged;
import io.heddle.contract.rpc.Rpc;
import io.heddle.processor.check.ChecksWriter;
import io.heddle.processor.client.ClientWriter;
import io.heddle.processor.logged.LoggedWriter;
import io.heddle.processor.model.Contract;
import io.heddle.processor.openapi.FragmentWriter;
import io.heddle.processor.read.ContractReader;
import io.heddle.processor.read.ContractReader.Reading;
import io.heddle.processor.routes.RoutesWriter;
import io.heddle.processor.rpc.RpcWriter;
import io.heddle.processor.stub.StubWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/// The annotation processor. Isolating: what it writes for an interface follows from that interface alone.
public final class HttpApiProcessor extends AbstractProcessor {
    private static final String SERVICES_OPTION = "heddle.services";

    /// Contracts that name types which another processor may yet write.
    private final Set<String> unready = new LinkedHashSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(HttpApi.class.getName(), Rpc.class.getName(), Logged.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(SERVICES_OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            return false;
        }
        round.getElementsAnnotatedWith(Logged.class).forEach(this::checkLogged);
        ContractReader reader = new ContractReader(processingEnv);
        Set<TypeElement> types =
                new LinkedHashSet<>(ElementFilter.typesIn(round.getElementsAnnotatedWith(HttpApi.class)));
        round.getElementsAnnotatedWith(Rpc.class)
                .forEach(marked -> owner(marked).ifPresent(types::add));
        for (String name : Set.copyOf(unready)) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type != null) {
                types.add(type);
            }
        }
        unready.clear();
        types.forEach(type -> process(reader, type));
        return false;
    }

    /// What stands on a method that no generated code calls would do nothing.
    private void checkLogged(Element method) {
        boolean called = method.getAnnotation(Rpc.class) != null
                || (method.getEnclosingElement() instanceof TypeElement type
                        && (type.getKind() == ElementKind.INTERFACE || type.getAnnotation(Rpc.class) != null));
        if (!called) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "'" + method.getSimpleName() + "' is neither in a contract nor called by name, so that"
                                    + " nothing logs it; move @Logged to the contract, or add @Rpc",
                            method);
        }
    }

    /// The type that is marked, or whose method is. A method of an interface that is neither a contract nor marked is
    /// for the contracts that extend it.
    private static Optional<TypeElement> owner(Element marked) {
        if (marked instanceof TypeElement type) {
            return Optional.of(type);
        }
        return marked.getEnclosingElement() instanceof TypeElement type
                        && (type.getKind() != ElementKind.INTERFACE || type.getAnnotation(HttpApi.class) != null)
                ? Optional.of(type)
                : Optional.empty();
    }

    private void process(ContractReader reader, TypeElement type) {
        boolean contract = type.getAnnotation(HttpApi.class) != null;
        switch (contract ? reader.read(type) : reader.readPlain(type)) {
            case Reading.Whole whole -> write(whole);
            case Reading.Broken _ -> {}
            case Reading.Unready _ -> unready.add(type.getQualifiedName().toString());
        }
    }

    private void write(Reading.Whole whole) {
        Contract contract = whole.contract();
        ChecksWriter checks = new ChecksWriter(contract, whole.shapes());
        LoggedWriter logged = new LoggedWriter(contract, whole.shapes());
        try {
            write(checks.write());
            write(logged.write());
            write(RpcWriter.write(contract, checks, logged));
            if (!contract.service().isEmpty()) {
                write(Optional.of(ClientWriter.write(contract, logged)));
                write(Optional.of(RoutesWriter.write(contract, checks, logged)));
                write(Optional.of(StubWriter.write(contract, members(contract.type()))));
                writeFragment(whole);
            }
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "generated files cannot be written: " + e.getMessage(),
                            contract.type());
        }
    }

    private void write(Optional<JavaFile> file) throws IOException {
        if (file.isPresent()) {
            file.get().writeTo(processingEnv.getFiler());
        }
    }

    private List<ExecutableElement> members(TypeElement type) {
        return ElementFilter.methodsIn(processingEnv.getElementUtils().getAllMembers(type));
    }

    private void writeFragment(Reading.Whole whole) throws IOException {
        TypeElement type = whole.contract().type();
        String json = FragmentWriter.write(whole.contract(), whole.shapes(), processingEnv.getElementUtils());
        String name = "META-INF/heddle/" + type.getQualifiedName() + ".openapi.json";
        var file = processingEnv.getFiler().createResource(StandardLocation.CLASS_OUTPUT, "", name, type);
        try (OutputStream out = file.openOutputStream()) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
    }
}
