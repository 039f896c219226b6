package io.heddle.kit.client;

import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.reply.Reply;
import io.heddle.kit.json.JsonType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One call on its way: first its parts in the order of the path, then one method that sends it and waits.
///
/// Every sending method blocks, and throws {@link io.heddle.contract.error.ServiceException}: the server's own
/// error, 503 when no instance could be reached, 504 when the time was up, 502 for an answer that makes no sense.
/// Used by one thread.
public interface Call {
    /// Adds a literal part of the path, already encoded.
    Call path(String literal);

    /// Adds a value as one path segment.
    ///
    /// @throws io.heddle.contract.error.ServiceException 400 when it is empty, `.`, `..` or holds a slash
    Call segment(String name, Object value);

    /// Adds a value as one path segment in which a slash is sent as `%2F`.
    Call encodedSegment(String name, Object value);

    /// Adds a value as the rest of the path: its slashes stay, each segment between them is encoded.
    Call rest(String name, Object value);

    /// Adds a query parameter: a scalar, a collection (the name repeated), a map (each of its names) or an `Optional`.
    /// Null and empty leave it out.
    Call query(String name, @Nullable Object value);

    /// Adds a header, as {@link #query} does.
    Call header(String name, @Nullable Object value);

    /// Adds a cookie; null and an empty `Optional` leave it out.
    Call cookie(String name, @Nullable Object value);

    /// Adds a field of a form body, as {@link #query} does.
    Call form(String name, @Nullable Object value);

    /// Sets a JSON body.
    <T> Call json(JsonType<T> type, T body);

    /// Sets a body of bytes of some content type.
    Call content(String contentType, byte[] body);

    /// Headers that are made anew for each try, from the `host:port` of the instance that it goes to, such as a
    /// signature that holds only once and only there.
    Call eachTry(Function<String, Map<String, String>> headers);

    /// Sets a body of bytes as `application/octet-stream`.
    default Call bytes(byte[] body) {
        return content("application/octet-stream", body);
    }

    /// Sets a body that is streamed and therefore sent at most once.
    Call stream(InputStream body);

    /// The value that decides the instance when the client balances by consistent hash.
    Call hashKey(Object value);

    /// Makes an exception of the caller's own from the code of an error answer.
    Call failure(String code, Function<String, RuntimeException> exception);

    /// Sends and gives the value.
    <T> T value(JsonType<T> type);

    /// Sends and gives the value, empty for 404 and 204.
    <T> Optional<T> optional(JsonType<T> type);

    /// Sends and gives the page.
    <T> Page<T> page(JsonType<List<T>> items);

    /// Sends and gives the value with status and headers.
    <T> Reply<T> reply(JsonType<T> type);

    /// Sends and waits until it is done.
    void done();

    /// Sends and gives the value behind ready bytes.
    <T> Prepared<T> prepared(JsonType<T> type);

    /// Sends and gives the body as it came, at most the client's limit.
    byte[] raw();

    /// Sends and gives the body as it comes; the caller closes it.
    InputStream rawStream();

    /// Sends and gives one value a line as they come; the caller closes the stream.
    <T> Stream<T> lines(JsonType<T> type);

    /// Sends and gives server-sent events as they come; the caller closes them.
    <T> Events<T> events(JsonType<T> type);
}
