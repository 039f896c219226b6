package io.heddle.kit.rpc.sign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What is signed of a request.
///
/// @param service the name of the service that is called
/// @param method the HTTP method in capitals
/// @param target the path and query as the service sees them
/// @param body the body as it goes over the wire, compressed if it is
public record Message(String service, String method, String target, byte[] body) {
    private static final String SCHEME = "HEDDLE-RPC-HMAC-SHA256";

    /// The text that is signed: nine lines, with a line feed between and none at the end.
    byte[] canonical(String instance, String caller, String time, String nonce) {
        return String.join("\n", SCHEME, service, instance, method, target, caller, time, nonce, digest())
                .getBytes(StandardCharsets.UTF_8);
    }

    private String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
