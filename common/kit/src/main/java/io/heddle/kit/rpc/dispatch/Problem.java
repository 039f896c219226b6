package io.heddle.kit.rpc.dispatch;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.kit.check.Checks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Why a call has no result, as JSON-RPC says it, and the HTTP status that goes with it.
///
/// @param number the code of JSON-RPC
/// @param status the HTTP status when the call stands alone
/// @param message a sentence for the caller
/// @param code our own code, empty when it has none
/// @param violations the arguments that were wrong
record Problem(int number, int status, String message, String code, List<Violation> violations) {
    static final int PARSE = -32700;
    static final int INVALID = -32600;
    static final int UNKNOWN = -32601;
    static final int ARGUMENTS = -32602;
    static final int INTERNAL = -32603;
    static final int OWN = -32000;
    static final int UNAUTHORIZED = -32001;

    private static Problem plain(int number, int status, String message) {
        return new Problem(number, status, message, "", List.of());
    }

    static Problem parse() {
        return plain(PARSE, 400, "Parse error");
    }

    static Problem invalid() {
        return plain(INVALID, 400, "Invalid Request");
    }

    /// An invalid request that needs a word of why.
    static Problem invalid(String why) {
        return plain(INVALID, 400, "Invalid Request: " + why);
    }

    static Problem unknown() {
        return plain(UNKNOWN, 404, "Method not found");
    }

    static Problem internal() {
        return plain(INTERNAL, 500, "Internal error");
    }

    /// What is wrong with the arguments.
    static Problem arguments(ServiceException wrong) {
        int status = wrong.status().code();
        return new Problem(ARGUMENTS, status, "Invalid params: " + wrong.sentence(), wrong.code(), wrong.violations());
    }

    /// What a method answered with, or what keeps a caller out.
    static Problem of(ServiceException own) {
        if (own.status() == Status.UNPROCESSABLE_CONTENT && own.code().equals(Checks.CODE)) {
            return arguments(own);
        }
        int number = own.status() == Status.UNAUTHORIZED ? UNAUTHORIZED : OWN;
        return new Problem(number, own.status().code(), own.sentence(), own.code(), own.violations());
    }

    /// The error of the answer.
    Map<String, Object> error() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", number);
        error.put("message", message);
        if (!code.isEmpty()) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("code", code);
            data.put("status_code", status);
            if (!violations.isEmpty()) {
                data.put("error", violations);
            }
            error.put("data", data);
        }
        return error;
    }
}
