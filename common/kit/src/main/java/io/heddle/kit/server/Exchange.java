package io.heddle.kit.server;

import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.reply.Reply;
import io.heddle.kit.json.JsonType;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// One request and its answer. Used by one thread, answered exactly once.
///
/// The plain answers put the value into the envelope `{"code":0,"data":X}`.
public interface Exchange {
    /// The method in capitals; `HEAD` for a `GET` route that was asked without a body.
    String method();

    /// The path and query exactly as they came, never decoded.
    String rawTarget();

    /// The address of the peer, for logs and limits.
    String peer();

    /// The address of this machine that the request came in at.
    InetSocketAddress local();

    /// Gives each request header, every value by itself, names as they came.
    void eachHeader(BiConsumer<String, String> each);

    /// The length of the body: 0 when there is none, -1 when it comes in chunks.
    long bodyLength();

    /// The path parameters, decoded segment by segment.
    Fields path();

    /// The query parameters.
    Fields query();

    /// The request headers; names in any case.
    Fields headers();

    /// The cookies.
    Fields cookies();

    /// The fields of an `application/x-www-form-urlencoded` body.
    Fields form();

    /// Reads the JSON body.
    ///
    /// @throws io.heddle.contract.error.ServiceException 415 for another content type, 400 naming the field, 413
    ///     over the limit
    <T> T body(JsonType<T> type);

    /// Reads the JSON body whatever its content type.
    <T> T bodyOfAnyType(JsonType<T> type);

    /// Reads the JSON body, empty when there is none.
    <T> Optional<T> optionalBody(JsonType<T> type);

    /// The body, at most the server's limit.
    ///
    /// @throws io.heddle.contract.error.ServiceException 415 when it is coded, as with gzip
    byte[] bytes();

    /// The body as it was sent, in the coding that its `Content-Encoding` names, at most the server's limit.
    byte[] sent();

    /// The body as it comes; counted against the server's limit.
    InputStream stream();

    /// Sets a header of the answer, before it is sent.
    ///
    /// @throws IllegalArgumentException when the name or the value cannot stand in a header
    void header(String name, String value);

    /// Answers with a value.
    <T> void value(JsonType<T> type, T value);

    /// Answers with a value, or with a 404 envelope.
    <T> void optional(JsonType<T> type, Optional<T> value);

    /// Answers with a page: its items as data, and the pagination beside.
    <T> void page(JsonType<List<T>> items, Page<T> page);

    /// Answers with a value, a status and headers.
    <T> void reply(JsonType<T> type, Reply<T> reply);

    /// Answers that it is done: `{"code":0,"data":null}`.
    void done();

    /// Answers with ready bytes, or with 304 when the caller has them.
    void prepared(Prepared<?> prepared);

    /// Answers with bytes outside the envelope.
    void raw(int status, String contentType, byte[] bytes);

    /// Answers with a stream of unknown length outside the envelope, and closes it.
    void raw(int status, String contentType, InputStream bytes);

    /// Answers with some bytes outside the envelope; the type, if there is one, was set as a header.
    void raw(int status, byte[] bytes, int length);

    /// Begins an answer outside the envelope; what is written is sent when it is flushed. The caller closes the
    /// stream only when the answer is complete.
    ///
    /// @param length how many bytes there will be, -1 when that is not known
    OutputStream open(int status, long length);

    /// Answers with one JSON value a line (`application/x-ndjson`), each flushed, and closes the stream.
    <T> void lines(JsonType<T> type, Stream<T> values);

    /// Answers with server-sent events until they end or the peer goes away, and closes them.
    <T> void events(JsonType<T> type, Events<T> events);
}
