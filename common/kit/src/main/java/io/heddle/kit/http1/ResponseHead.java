package io.heddle.kit.http1;

import org.jspecify.annotations.Nullable;

/// Status line and headers of an answer. Valid until its connection is released or closed.
public interface ResponseHead {
    /// The status, 200 to 599; informational answers are skipped.
    int status();

    /// The first value of a header, by its name in any case; null when it is absent.
    @Nullable
    String header(String name);

    /// How many headers there are.
    int size();

    /// The name of a header as it came.
    String name(int index);

    /// The value of a header without surrounding white space.
    String value(int index);

    /// The announced length of the body in bytes, -1 when there is none announced.
    long contentLength();

    /// Whether a body follows at all.
    boolean hasBody();
}
