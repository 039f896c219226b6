package io.heddle.kit.rpc.sign;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs and verifies calls with one secret. Safe for use by any thread.
///
/// The signature is the HMAC-SHA256, in lower case hex, of eight lines joined by line feeds:
/// `HEDDLE-RPC-HMAC-SHA256`, the name of the service, the HTTP method, the path with its query, the caller, the time
/// in milliseconds, the nonce, and the SHA-256 of the body in lower case hex.
public final class Signatures {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern CALLER = Pattern.compile("[A-Za-z0-9._-]{1,63}");
    private static final Pattern TIME = Pattern.compile("[0-9]{1,15}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final int NONCE_BYTES = 16;

    private final SecretKeySpec key;
    private final long skew;
    private final InstantSource clock;
    private final Nonces nonces;
    private final SecureRandom random = new SecureRandom();

    /// Begins with nothing remembered.
    ///
    /// @param skew how far the clock of a caller may be off
    /// @param remembered the most signatures that are remembered
    public Signatures(String secret, Duration skew, int remembered, InstantSource clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.skew = skew.toMillis();
        this.clock = clock;
        this.nonces = new Nonces(remembered);
    }

    /// Signs a request for once.
    public Proof sign(Message message, String caller) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        String time = Long.toString(clock.millis());
        return new Proof(caller, time, nonce, HexFormat.of().formatHex(mac(message.canonical(caller, time, nonce))));
    }

    /// Checks a request.
    ///
    /// @throws ServiceException 401 when it is not signed, signed wrongly, too early or too late, or was seen
    ///     before; 503 when too many were signed of late
    public void verify(Message message, Proof proof) {
        boolean formed = CALLER.matcher(proof.caller()).matches()
                && TIME.matcher(proof.time()).matches()
                && NONCE.matcher(proof.nonce()).matches();
        if (!formed) {
            throw refused("the call must be signed");
        }
        String right = HexFormat.of().formatHex(mac(message.canonical(proof.caller(), proof.time(), proof.nonce())));
        byte[] given = proof.signature().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given)) {
            throw refused("the signature is wrong");
        }
        long now = clock.millis();
        long time = Long.parseLong(proof.time());
        if (Math.abs(now - time) > skew) {
            throw refused("the signature is too old, or from the future");
        }
        switch (nonces.use(proof.nonce(), now, now + 2 * skew)) {
            case FIRST -> {}
            case AGAIN -> throw refused("the signature was used before");
            case FULL -> throw ServiceException.of(Status.UNAVAILABLE, "too many calls were signed of late");
        }
    }

    private byte[] mac(byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static ServiceException refused(String why) {
        return ServiceException.of(Status.UNAUTHORIZED, why);
    }
}
