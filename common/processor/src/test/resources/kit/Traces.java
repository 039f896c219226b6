package io.heddle.kit.trace;

/// Stands for the real one, which needs more than generated code does.
public final class Traces {
    private Traces() {}

    public static TraceSpan step(String name) {
        throw new UnsupportedOperationException(name);
    }
}
