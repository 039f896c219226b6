package io.heddle.kit.server.failure;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.server.cors.Cors;
import io.heddle.kit.server.envelope.Envelope;
import io.heddle.kit.server.guard.Guards;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.SocketWriterException;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectHandlers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns exceptions into errors for the caller. Safe for use by any thread.
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /// What to answer.
    ///
    /// @throws CloseConnectionException when there is no one left to answer
    public static ServiceException of(Exception failure, String route) {
        return switch (failure) {
            case ServiceException own -> {
                log(own, route);
                yield own;
            }
            case CloseConnectionException gone -> throw gone;
            case DataReader.InsufficientDataAvailableException gone -> throw gone(gone);
            case SocketWriterException gone -> throw gone(gone);
            case HttpException http -> plain(http.status().code());
            case RequestException request -> plain(request.status().code());
            case InterruptedException interrupted -> {
                Thread.currentThread().interrupt();
                yield ServiceException.of(Status.UNAVAILABLE, Status.UNAVAILABLE.phrase());
            }
            default -> unforeseen(failure, route);
        };
    }

    /// Answers for what Helidon refuses before it comes to us.
    public static DirectHandlers direct(Cors cors, Envelope envelope) {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, new Refusal(cors, envelope));
        }
        return handlers.build();
    }

    /// An error that was foreseen is worth a line only when it is ours, and a stack trace only when it had a cause.
    private static void log(ServiceException own, String route) {
        if (own.status().code() >= 500) {
            LOG.atWarn()
                    .addKeyValue("route", route)
                    .addKeyValue("status", own.status().code())
                    .addKeyValue("error", own.sentence())
                    .setCause(own.getCause())
                    .log("answered with an error");
        }
    }

    private static ServiceException unforeseen(Exception failure, String route) {
        LOG.atError().addKeyValue("route", route).setCause(failure).log("request failed");
        return plain(500);
    }

    private static ServiceException plain(int code) {
        Status status = Status.of(code);
        return ServiceException.of(status, status.phrase());
    }

    private static CloseConnectionException gone(RuntimeException cause) {
        return new CloseConnectionException("the peer is gone", cause);
    }

    /// Puts an early refusal into the envelope and ends the connection.
    private record Refusal(Cors cors, Envelope envelope) implements DirectHandler {
        @Override
        public TransportResponse handle(
                TransportRequest request,
                EventType type,
                io.helidon.http.Status status,
                ServerResponseHeaders headers,
                Throwable thrown,
                System.Logger logger) {
            boolean headersTooLarge = status.code() == 400 && thrown.getCause() instanceof IllegalStateException;
            return answer(request, headersTooLarge ? 431 : code(status));
        }

        @Override
        public TransportResponse handle(
                TransportRequest request,
                EventType type,
                io.helidon.http.Status status,
                ServerResponseHeaders headers,
                String message) {
            return answer(request, code(status));
        }

        /// Helidon fails on some heads instead of refusing them.
        private static int code(io.helidon.http.Status status) {
            return status.code() == 500 && Guards.current().inHead() ? 400 : status.code();
        }

        private TransportResponse answer(TransportRequest request, int code) {
            ServerResponseHeaders headers = ServerResponseHeaders.create();
            headers.set(HeaderNames.CONTENT_TYPE, "application/json");
            String origin = request.headers().first(HeaderNames.ORIGIN).orElse(null);
            cors.allow(origin, (name, value) -> headers.set(HeaderNames.create(name), value));
            ServiceException error = plain(code);
            return TransportResponse.builder()
                    .status(io.helidon.http.Status.create(
                            error.status().code(), error.status().phrase()))
                    .headers(headers)
                    .keepAlive(false)
                    .entity(envelope.error(error).array())
                    .build();
        }
    }
}
