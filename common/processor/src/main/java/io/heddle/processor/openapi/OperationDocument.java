package io.heddle.processor.openapi;

import io.heddle.processor.model.Contract;
import io.heddle.processor.model.Operation;
import io.heddle.processor.naming.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes one operation.
final class OperationDocument {
    private final Contract contract;
    private final Docs docs;
    private final Schemas schemas;

    OperationDocument(Contract contract, Docs docs, Schemas schemas) {
        this.contract = contract;
        this.docs = docs;
        this.schemas = schemas;
    }

    Map<String, Object> of(Operation operation, Map<String, String> pathNames) {
        Docs.Doc doc = docs.of(operation.documented());
        Parameters parameters = new Parameters(docs, schemas, operation);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tags", contract.tags());
        document.put("summary", doc.summary().isEmpty() ? words(operation.id()) : doc.summary());
        Schemas.describe(document, doc.description());
        document.put("operationId", contract.type().getSimpleName() + "_" + operation.id());
        if (operation.method().getAnnotation(Deprecated.class) != null) {
            document.put("deprecated", true);
        }
        List<Object> list = parameters.list(pathNames);
        if (!list.isEmpty()) {
            document.put("parameters", list);
        }
        parameters.body().ifPresent(body -> document.put("requestBody", body));
        document.put("responses", new Responses(schemas).of(operation));
        return document;
    }

    /// The name of a method as words, for want of better ones.
    private static String words(String name) {
        return Names.capitalised(Names.snake(name).replace('_', ' '));
    }
}
