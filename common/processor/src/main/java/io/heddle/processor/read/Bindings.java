package io.heddle.processor.read;

import io.heddle.contract.bind.Body;
import io.heddle.contract.bind.Cookie;
import io.heddle.contract.bind.Form;
import io.heddle.contract.bind.Header;
import io.heddle.contract.bind.Path;
import io.heddle.contract.bind.Query;
import io.heddle.processor.members.Declared.Argument;
import io.heddle.processor.model.Binding;
import io.heddle.processor.model.TextField.Source;
import io.heddle.processor.model.Verb;
import io.heddle.processor.naming.Names;
import io.heddle.processor.path.Template;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/// Finds where each parameter of a method is in the request.
final class Bindings {
    private static final List<Class<? extends Annotation>> SOURCES =
            List.of(Path.class, Query.class, Header.class, Cookie.class, Form.class, Body.class);

    private final Scope scope;
    private final Texts texts;
    private final Bodies bodies;
    private final Verb verb;
    private final Template template;

    Bindings(Scope scope, Verb verb, Template template) {
        this.scope = scope;
        this.texts = new Texts(scope);
        this.bodies = new Bodies(scope, verb);
        this.verb = verb;
        this.template = template;
    }

    /// Finds the place of a parameter; empty when an error was reported.
    Optional<Binding> read(Argument argument) {
        List<Class<? extends Annotation>> marks = marks(argument.marked());
        if (marks.size() > 1) {
            scope.problems()
                    .error(
                            argument.marked(),
                            "parameter '" + argument.name() + "' has both @"
                                    + marks.get(0).getSimpleName() + " and @"
                                    + marks.get(1).getSimpleName() + "; keep one");
            return Optional.empty();
        }
        return marks.isEmpty() ? unmarked(argument) : marked(argument, marks.getFirst());
    }

    private static List<Class<? extends Annotation>> marks(Element element) {
        return SOURCES.stream()
                .filter(mark -> element.getAnnotation(mark) != null)
                .toList();
    }

    private Optional<Binding> unmarked(Argument argument) {
        TypeMirror type = argument.type();
        if (template.placeholders().contains(argument.name())) {
            return text(argument, pathSource(argument.name(), false), argument.name());
        }
        if (scope.types().isBytes(type) || scope.types().is(type, InputStream.class)) {
            return bodies.read(argument);
        }
        if (verb.takesBody() && !texts.isScalar(type)) {
            return bodies.read(argument);
        }
        return scope.types().record(type).isPresent() && !texts.isScalar(type)
                ? exploded(argument, Source.QUERY)
                : text(argument, Source.QUERY, Names.snake(argument.name()));
    }

    private Optional<Binding> marked(Argument argument, Class<? extends Annotation> mark) {
        if (mark == Body.class) {
            return bodies.read(argument);
        }
        if (mark == Path.class) {
            return path(argument, argument.marked().getAnnotation(Path.class));
        }
        Source source = source(mark);
        return scope.types().record(argument.type()).isPresent()
                ? explodedByMark(argument, mark, source)
                : text(argument, source, wireName(argument.marked(), source));
    }

    private Optional<Binding> explodedByMark(Argument argument, Class<? extends Annotation> mark, Source source) {
        if (!writtenName(argument.marked(), source).isEmpty()) {
            scope.problems()
                    .error(
                            argument.marked(),
                            mark,
                            "value",
                            "parameter '" + argument.name()
                                    + "' is a record, whose components have names of their own; take the name out");
            return Optional.empty();
        }
        return exploded(argument, source);
    }

    private Optional<Binding> path(Argument argument, Path mark) {
        String name = mark.value().isEmpty() ? argument.name() : mark.value();
        if (!template.placeholders().contains(name)) {
            scope.problems()
                    .error(
                            argument.marked(),
                            "parameter '" + argument.name() + "' is marked @Path, but '" + template.text()
                                    + "' has no placeholder '{" + name + "}'; add it or take @Path out");
            return Optional.empty();
        }
        return text(argument, pathSource(name, mark.encoded()), name);
    }

    private Source pathSource(String name, boolean encoded) {
        boolean rest = template.parts().contains(new Template.Rest(name));
        return rest ? Source.REST : encoded ? Source.ENCODED_SEGMENT : Source.SEGMENT;
    }

    private Optional<Binding> text(Argument argument, Source source, String wireName) {
        return texts.read(new Texts.Wanted(argument.marked(), argument.type(), source, wireName))
                .map(Binding.Text::new);
    }

    private Optional<Binding> exploded(Argument argument, Source source) {
        TypeElement record = scope.types().record(argument.type()).orElseThrow();
        Optional<String> unresolved = scope.types().unresolved(argument.type());
        if (unresolved.isPresent()) {
            scope.problems()
                    .error(
                            argument.marked(),
                            "parameter '" + argument.name() + "': " + unresolved.get()
                                    + " says too little to convert; write the full type");
            return Optional.empty();
        }
        if (bodies.isNullable(argument)) {
            scope.problems()
                    .error(
                            argument.marked(),
                            "parameter '" + argument.name()
                                    + "' is taken apart and cannot be null; make its components Optional instead");
            return Optional.empty();
        }
        List<Binding.Component> components = new ArrayList<>();
        for (RecordComponentElement component : record.getRecordComponents()) {
            component(argument, component, source).ifPresent(components::add);
        }
        boolean whole = components.size() == record.getRecordComponents().size();
        return whole ? Optional.of(new Binding.Exploded(components)) : Optional.empty();
    }

    private Optional<Binding.Component> component(Argument owner, RecordComponentElement component, Source inherited) {
        TypeMirror type = scope.types().accessorType(owner.type(), component.getAccessor());
        Source source =
                marks(component).stream().findFirst().map(Bindings::source).orElse(inherited);
        return texts.read(new Texts.Wanted(component, type, source, wireName(component, source)))
                .map(field -> new Binding.Component(component.getSimpleName().toString(), type, field));
    }

    private static Source source(Class<? extends Annotation> mark) {
        return mark == Query.class
                ? Source.QUERY
                : mark == Header.class ? Source.HEADER : mark == Cookie.class ? Source.COOKIE : Source.FORM;
    }

    private static String wireName(Element element, Source source) {
        String written = writtenName(element, source);
        String name = element.getSimpleName().toString();
        return !written.isEmpty() ? written : source == Source.HEADER ? Names.header(name) : Names.snake(name);
    }

    private static String writtenName(Element element, Source source) {
        Stream<Optional<String>> names = switch (source) {
            case QUERY ->
                Stream.of(
                        Optional.ofNullable(element.getAnnotation(Query.class)).map(Query::value));
            case HEADER ->
                Stream.of(
                        Optional.ofNullable(element.getAnnotation(Header.class)).map(Header::value));
            case COOKIE ->
                Stream.of(
                        Optional.ofNullable(element.getAnnotation(Cookie.class)).map(Cookie::value));
            case FORM ->
                Stream.of(Optional.ofNullable(element.getAnnotation(Form.class)).map(Form::value));
            case SEGMENT, ENCODED_SEGMENT, REST -> Stream.of();
        };
        return names.flatMap(Optional::stream).findFirst().orElse("");
    }
}
