package io.heddle.processor.openapi;

import io.heddle.processor.json.JsonShapes;
import io.heddle.processor.model.Contract;
import io.heddle.processor.model.Operation;
import io.heddle.processor.naming.Names;
import io.heddle.processor.path.Template;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.util.Elements;

/// Writes the fragment of one contract. The same contract always gives the same text.
public final class FragmentWriter {
    private final Contract contract;
    private final Docs docs;
    private final Schemas schemas;
    private final OperationDocument operations;
    private final Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    private final Map<String, Template> templates = new LinkedHashMap<>();

    private FragmentWriter(Contract contract, JsonShapes shapes, Elements elements) {
        this.contract = contract;
        this.docs = new Docs(elements);
        this.schemas = new Schemas(shapes, docs);
        this.operations = new OperationDocument(contract, docs, schemas);
    }

    /// Writes the fragment as JSON.
    public static String write(Contract contract, JsonShapes shapes, Elements elements) {
        FragmentWriter writer = new FragmentWriter(contract, shapes, elements);
        contract.operations().forEach(writer::add);
        return JsonText.of(writer.document());
    }

    private void add(Operation operation) {
        Template first = templates.computeIfAbsent(operation.template().shape(), _ -> operation.template());
        List<String> names = documentNames(first);
        Map<String, String> renamed = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            renamed.put(operation.template().placeholders().get(i), names.get(i));
        }
        paths.computeIfAbsent(path(first, names), _ -> new LinkedHashMap<>())
                .put(operation.verb().name().toLowerCase(Locale.ROOT), operations.of(operation, renamed));
    }

    /// The placeholders as a document may name them, in ASCII; they never go over the wire.
    private static List<String> documentNames(Template template) {
        Names names = new Names(Set.of());
        return template.placeholders().stream()
                .map(name -> names.fresh(name.replaceAll("[^A-Za-z0-9_]", "_")))
                .toList();
    }

    private static String path(Template template, List<String> names) {
        Iterator<String> name = names.iterator();
        return template.parts().stream()
                .map(part -> switch (part) {
                    case Template.Literal(String text) -> text;
                    case Template.Segment _, Template.Rest _ -> "{" + name.next() + "}";
                })
                .collect(Collectors.joining("/", "/", ""));
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tags", tags());
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas.definitions()));
        return document;
    }

    private List<Object> tags() {
        String about = docs.of(contract.type()).whole();
        List<Object> tags = new ArrayList<>();
        for (String name : contract.tags()) {
            Map<String, Object> tag = new LinkedHashMap<>();
            tag.put("name", name);
            if (!about.isEmpty() && contract.tags().size() == 1) {
                tag.put("description", about);
            }
            tags.add(tag);
        }
        return tags;
    }
}
