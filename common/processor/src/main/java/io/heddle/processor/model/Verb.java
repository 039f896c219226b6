package io.heddle.processor.model;

import io.heddle.contract.Delete;
import io.heddle.contract.Get;
import io.heddle.contract.Patch;
import io.heddle.contract.Post;
import io.heddle.contract.Put;
import java.lang.annotation.Annotation;

/// The HTTP methods that a contract method may have.
public enum Verb {
    GET(Get.class, true),
    POST(Post.class, false),
    PUT(Put.class, true),
    PATCH(Patch.class, false),
    DELETE(Delete.class, true);

    private final Class<? extends Annotation> mark;
    private final boolean idempotent;

    Verb(Class<? extends Annotation> mark, boolean idempotent) {
        this.mark = mark;
        this.idempotent = idempotent;
    }

    /// The annotation that says so.
    public Class<? extends Annotation> mark() {
        return mark;
    }

    /// Whether doing it twice is the same as once, by its definition (RFC 9110, 9.2.2).
    public boolean idempotent() {
        return idempotent;
    }

    /// Whether a record, collection or map that says nothing else is the JSON body.
    public boolean takesBody() {
        return this == POST || this == PUT || this == PATCH;
    }
}
