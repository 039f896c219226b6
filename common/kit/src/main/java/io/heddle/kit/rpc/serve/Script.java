package io.heddle.kit.rpc.serve;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.json.Json;
import io.heddle.kit.rpc.dispatch.Answered;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Fields;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// An answer as a script that calls a function with it.
///
/// @param callback the function
record Script(String callback) {
    private static final Pattern CALLBACK = Pattern.compile("[A-Za-z_$][\\w$]{0,63}(\\.[A-Za-z_$][\\w$]{0,63}){0,3}");
    private static final Json JSON = Json.strict();

    /// Checks the name of the function.
    ///
    /// @throws ServiceException 400 when it could be more than a name
    static Script of(String callback) {
        if (!CALLBACK.matcher(callback).matches()) {
            throw ServiceException.invalid("callback", "must be the name of a function");
        }
        return new Script(callback);
    }

    /// The request that a query stands for: `method`, and `params` and `id` as JSON.
    static byte[] request(Fields query) {
        String method = new String(JSON.write(query.one("method", Scalar.STRING)), StandardCharsets.UTF_8);
        String params = query.or("params", Scalar.STRING, "[]");
        String id = query.or("id", Scalar.STRING, "1");
        return ("{\"jsonrpc\":\"2.0\",\"method\":" + method + ",\"params\":" + checked("params", params) + ",\"id\":"
                        + checked("id", id) + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// One JSON value and nothing after it, which could be read as more of the request.
    private static String checked(String name, String text) {
        try {
            JSON.outline(text.getBytes(StandardCharsets.UTF_8), 1);
            return text;
        } catch (ServiceException e) {
            throw ServiceException.invalid(name, "must be JSON");
        }
    }

    /// Sends it. What browsers take for a script must be nothing else: a comment before the name keeps others from
    /// reading it as one of theirs.
    void send(Exchange exchange, Answered answered) {
        String json = answered.body()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("null");
        String safe =
                json.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("<", "\\u003c");
        exchange.header("X-Content-Type-Options", "nosniff");
        String text = "/**/" + callback + "(" + safe + ");";
        exchange.raw(200, "application/javascript; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
