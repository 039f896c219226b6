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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs and verifies calls with one secret. Safe for use by any thread.
///
/// The signature is the HMAC-SHA256, in lower case hex, of nine lines joined by line feeds:
/// `HEDDLE-RPC-HMAC-SHA256`, the name of the service, the instance that is called as `host:port`, the HTTP method, the
/// path with its query, the caller, the time in milliseconds, the nonce, and the SHA-256 of the body in lower case hex.
///
/// An instance takes no signature that names another, and none from before its own start, when it remembered
/// nothing. So none is taken twice, but for one thing: where the clock of a caller is ahead, what it signed less
/// than that before a restart could be sent again after it.
public final class Signatures {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern INSTANCE =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.%]{2,64}\\]):[0-9]{1,5}");
    private static final Pattern CALLER = Pattern.compile("[A-Za-z0-9._-]{1,63}");
    private static final Pattern TIME = Pattern.compile("[0-9]{1,15}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final int NONCE_BYTES = 16;

    private final SecretKeySpec key;
    private final long skew;
    private final InstantSource clock;
    private final Nonces nonces;
    private final long start;
    private final SecureRandom random = new SecureRandom();

    /// Begins with nothing remembered.
    ///
    /// @param skew how far the clock of a caller may be off
    /// @param remembered the most signatures that are remembered, each until it ceases to hold
    public Signatures(String secret, Duration skew, int remembered, InstantSource clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.skew = skew.toMillis();
        this.clock = clock;
        this.nonces = new Nonces(remembered);
        this.start = clock.millis();
    }

    /// Signs a request for once.
    ///
    /// @param instance which instance it goes to
    public Proof sign(Message message, String caller, String instance) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        String time = Long.toString(clock.millis());
        byte[] mac = mac(message.canonical(instance, caller, time, nonce));
        return new Proof(instance, caller, time, nonce, HexFormat.of().formatHex(mac));
    }

    /// Checks a request.
    ///
    /// @param own whether an instance is this one; asked only for what was signed with the secret
    /// @throws ServiceException 401 when it is not signed, signed wrongly or for another instance, too early or too
    ///     late, or was seen before; 503 when as many as can be remembered still hold
    public void verify(Message message, Proof proof, Predicate<String> own) {
        boolean formed = INSTANCE.matcher(proof.instance()).matches()
                && CALLER.matcher(proof.caller()).matches()
                && TIME.matcher(proof.time()).matches()
                && NONCE.matcher(proof.nonce()).matches();
        if (!formed) {
            throw refused("the call must be signed");
        }
        byte[] text = message.canonical(proof.instance(), proof.caller(), proof.time(), proof.nonce());
        String right = HexFormat.of().formatHex(mac(text));
        byte[] given = proof.signature().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given)) {
            throw refused("the signature is wrong");
        }
        if (!own.test(proof.instance())) {
            throw refused("the signature is for another instance");
        }
        use(right, Long.parseLong(proof.time()));
    }

    private void use(String signature, long time) {
        long now = clock.millis();
        if (Math.abs(now - time) > skew) {
            throw refused("the signature is too old, or from the future");
        }
        if (time < start) {
            throw refused("the signature is from before the start of this instance");
        }
        switch (nonces.use(signature, now, time + skew)) {
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
