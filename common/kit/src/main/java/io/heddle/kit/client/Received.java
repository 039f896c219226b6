package io.heddle.kit.client;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.client.balance.Node;
import io.heddle.kit.client.transport.Answer;
import io.heddle.kit.json.ErrorBody;
import io.heddle.kit.json.Json;
import io.heddle.kit.trace.TraceSpan;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// An answer and the instance that gave it. Closing it ends the exchange and counts the request out.
final class Received implements AutoCloseable {
    private static final int MAX_ERROR_BODY = 16_384;

    private final Answer answer;
    private final Node node;
    private final AtomicBoolean closed = new AtomicBoolean();
    private boolean kept;

    Received(Answer answer, Node node) {
        this.answer = answer;
        this.node = node;
    }

    Answer answer() {
        return answer;
    }

    int status() {
        return answer.status();
    }

    /// Says in the span who answered and how.
    Received describe(TraceSpan span) {
        span.tag("peer", node.target().host() + ':' + node.target().port());
        span.tag("http.status_code", Integer.toString(status()));
        return this;
    }

    boolean successful() {
        return answer.status() < 300;
    }

    /// Whether the instance, or one behind it, failed.
    boolean serverFailed() {
        return answer.status() >= 500 && answer.status() != Status.NOT_IMPLEMENTED.code();
    }

    /// Whether another instance may well do better at once.
    boolean worthRetrying() {
        int status = answer.status();
        return status == 502 || status == 503 || status == 504;
    }

    /// Leaves it open for a stream that closes it later.
    Received keep() {
        kept = true;
        return this;
    }

    boolean kept() {
        return kept;
    }

    /// The error that the answer stands for.
    ServiceException error(Json json) {
        ErrorBody body = json.readError(answer.bytes(MAX_ERROR_BODY));
        Status status = Status.of(answer.status());
        String message = body.message().isEmpty() ? status.phrase() : body.message();
        return new ServiceException(status, body.code(), message, body.violations());
    }

    /// The first value of each header.
    Map<String, String> firstHeaders() {
        return answer.headers().entrySet().stream()
                .filter(header -> !header.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().getFirst()));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            answer.close();
            if (serverFailed()) {
                node.failed();
            } else {
                node.succeeded();
            }
        }
    }

    /// Closes it after the answer broke off.
    void broken() {
        if (closed.compareAndSet(false, true)) {
            answer.close();
            node.failed();
        }
    }
}
