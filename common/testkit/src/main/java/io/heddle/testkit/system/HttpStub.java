package io.heddle.testkit.system;

import io.heddle.testkit.fault.FaultyRelay;
import java.util.List;
import java.util.Map;

/// A service of any kind, played by method, path and query. What was not scripted answers 501 and says what was
/// asked. Any thread may use it.
public interface HttpStub {
    /// Says what is answered to a request; what was said last goes first.
    ///
    /// @param method the HTTP method in capitals
    /// @param target the path and query, encoded; the order of the query's fields does not matter
    HttpStub when(String method, String target, Answer answer);

    /// The requests so far, in order.
    List<Request> requests();

    /// The way to it.
    FaultyRelay faults();

    /// What is answered.
    ///
    /// @param status the HTTP status
    /// @param contentType the type of the body
    /// @param body the body
    record Answer(int status, String contentType, String body) {
        /// JSON as it is.
        public static Answer json(int status, String json) {
            return new Answer(status, "application/json", json);
        }

        /// A value, as JSON in the envelope of success.
        public static Answer data(String json) {
            return json(200, "{\"code\":0,\"data\":" + json + '}');
        }
    }

    /// What was asked.
    ///
    /// @param method the HTTP method
    /// @param path the path, encoded
    /// @param query the fields of the query, decoded, each with all its values in order
    /// @param headers the headers by their names in small letters
    /// @param body the body as text
    record Request(
            String method, String path, Map<String, List<String>> query, Map<String, String> headers, String body) {
        /// Copies the maps in.
        public Request {
            query = Map.copyOf(query);
            headers = Map.copyOf(headers);
        }
    }
}
