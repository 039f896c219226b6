package io.heddle.kit.rpc.dispatch;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonPart;
import io.heddle.kit.json.JsonPart.Kind;
import io.heddle.kit.metrics.Metrics;
import io.heddle.kit.rpc.RpcIndex;
import io.heddle.kit.rpc.RpcTable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers documents of JSON-RPC 2.0: one request, or a batch of them in order.
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int LEVELS = 2;

    private final Table table;
    private final Audit audit;
    private final int batch;
    private final Json json = Json.strict();

    /// Who calls.
    ///
    /// @param name the name in the signature, empty when there was none
    /// @param peer the address
    /// @param reader whether it may call only what changes nothing
    public record Caller(String name, String peer, boolean reader) {}

    private Dispatcher(Table table, Audit audit, int batch) {
        this.table = table;
        this.audit = audit;
        this.batch = batch;
    }

    /// Calls the methods of these tables.
    ///
    /// @param batch the most calls in one document
    /// @throws IllegalArgumentException when a name is in two tables
    public static Dispatcher of(List<RpcTable> tables, Metrics metrics, int batch) {
        return new Dispatcher(Table.of(tables), new Audit(metrics), batch);
    }

    /// What there is to call.
    public RpcIndex index() {
        return new RpcIndex(table.all().stream()
                .map(method -> new RpcIndex.Entry(method.name(), method.idempotent(), method.parameters()))
                .toList());
    }

    /// Answers a document.
    public Answered answer(byte[] body, Caller caller) {
        JsonPart document;
        try {
            document = json.outline(body, LEVELS);
        } catch (ServiceException e) {
            return alone(e.status() == Status.CONTENT_TOO_LARGE ? Problem.invalid(e.sentence()) : Problem.parse());
        }
        return document.kind() == Kind.ARRAY ? all(document.items(), caller) : one(document, caller);
    }

    /// Answers one who may not call, or a body that cannot be read.
    public Answered refused(ServiceException why) {
        return alone(Problem.of(why));
    }

    private Answered alone(Problem problem) {
        return new Answered(problem.status(), Optional.of(failed(problem, Asked.NO_ID)));
    }

    private Answered all(List<JsonPart> items, Caller caller) {
        if (items.isEmpty()) {
            return alone(Problem.invalid());
        }
        if (items.size() > batch) {
            return alone(Problem.invalid("a batch has at most " + batch + " calls"));
        }
        List<byte[]> answers = new ArrayList<>();
        for (JsonPart item : items) {
            one(item, caller).body().ifPresent(answers::add);
        }
        return answers.isEmpty() ? Answered.NOTHING : new Answered(200, Optional.of(array(answers)));
    }

    private static byte[] array(List<byte[]> answers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] answer : answers) {
            out.write(out.size() == 0 ? '[' : ',');
            out.writeBytes(answer);
        }
        out.write(']');
        return out.toByteArray();
    }

    private Answered one(JsonPart part, Caller caller) {
        Optional<Asked> asked = Asked.read(part);
        if (asked.isEmpty()) {
            byte[] id = Asked.id(part.members()).orElse(Asked.NO_ID);
            return new Answered(Problem.invalid().status(), Optional.of(failed(Problem.invalid(), id)));
        }
        Outcome outcome = outcome(asked.get(), caller);
        if (asked.get().isNotification()) {
            return Answered.NOTHING;
        }
        byte[] id = asked.get().id().orElse(Asked.NO_ID);
        return switch (outcome) {
            case Outcome.Done(byte[] result) -> new Answered(200, Optional.of(succeeded(result, id)));
            case Outcome.Failed(Problem problem) -> new Answered(problem.status(), Optional.of(failed(problem, id)));
        };
    }

    /// What came of a call.
    sealed interface Outcome {
        /// It has a result.
        record Done(byte[] result) implements Outcome {}

        /// It has none.
        record Failed(Problem problem) implements Outcome {}
    }

    private Outcome outcome(Asked asked, Caller caller) {
        Optional<Method> method = table.find(asked.name());
        if (method.isEmpty()) {
            return audit.refused(asked.name(), caller, Problem.unknown());
        }
        if (caller.reader() && !method.get().idempotent()) {
            return audit.refused(
                    asked.name(), caller, Problem.invalid("this method changes something; call it at /json"));
        }
        return audit.around(method.get(), caller, () -> attempt(method.get(), asked));
    }

    private Outcome attempt(Method method, Asked asked) {
        try {
            return new Outcome.Done(new Invocation(json, method, asked).run(method));
        } catch (ArgumentException e) {
            return new Outcome.Failed(Problem.arguments(e));
        } catch (ServiceException e) {
            return new Outcome.Failed(Problem.of(e));
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("method", method.name()).setCause(e).log("a call by name failed");
            return new Outcome.Failed(Problem.internal());
        }
    }

    private static byte[] succeeded(byte[] result, byte[] id) {
        return join("{\"jsonrpc\":\"2.0\",\"result\":", result, id);
    }

    private byte[] failed(Problem problem, byte[] id) {
        return join("{\"jsonrpc\":\"2.0\",\"error\":", json.write(problem.error()), id);
    }

    private static byte[] join(String begin, byte[] middle, byte[] id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(middle.length + id.length + 64);
        out.writeBytes(begin.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(middle);
        out.writeBytes(",\"id\":".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(id);
        out.write('}');
        return out.toByteArray();
    }
}
