package io.heddle.kit.rpc.sign;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a caller shows, one header each.
///
/// @param instance which instance is called, as `host:port`
/// @param caller who calls
/// @param time when, in milliseconds since 1970
/// @param nonce a text that no other call has: 16 to 64 letters, digits, dashes and underscores
/// @param signature the HMAC in lower case hex
public record Proof(String instance, String caller, String time, String nonce, String signature) {
    /// The header that says which instance is called.
    public static final String INSTANCE = "X-Rpc-Instance";

    /// The header that says who calls.
    public static final String CALLER = "X-Rpc-Caller";

    /// The header that says when.
    public static final String TIME = "X-Rpc-Time";

    /// The header with what no other call has.
    public static final String NONCE = "X-Rpc-Nonce";

    /// The header with the signature.
    public static final String SIGNATURE = "X-Rpc-Signature";

    /// The headers in order.
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(INSTANCE, instance);
        headers.put(CALLER, caller);
        headers.put(TIME, time);
        headers.put(NONCE, nonce);
        headers.put(SIGNATURE, signature);
        return headers;
    }
}
