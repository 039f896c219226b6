package io.heddle.seckill.activity.claim;

import io.heddle.seckill.admin.UnauthenticatedException;
import io.heddle.seckill.sale.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tickets without which nobody may ask, where a secret for them is set: `<seconds>.<HMAC-SHA256 in hex>` over the
/// sale, the user and the second in which the ticket ends. Safe for use by any thread.
final class Admissions {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HEX_DIGITS = 64;
    private static final int MOST_DIGITS = 12;

    private final byte[] secret;
    private final InstantSource clock;

    /// @param secret what signs them, nobody needs one when it is empty
    Admissions(String secret, InstantSource clock) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    boolean needed() {
        return secret.length > 0;
    }

    Ticket issue(long activity, UserId user, Duration valid) {
        Instant ends = Instant.ofEpochSecond(clock.instant().plus(valid).getEpochSecond());
        String seconds = Long.toString(ends.getEpochSecond());
        return new Ticket(seconds + '.' + HexFormat.of().formatHex(sign(activity, user, seconds)), ends);
    }

    /// A ticket and when it ends.
    record Ticket(String text, Instant ends) {}

    /// @throws UnauthenticatedException when it is not this user's ticket for this sale, or no longer
    void check(long activity, UserId user, String ticket) {
        int dot = ticket.indexOf('.');
        boolean shaped = dot > 0 && dot <= MOST_DIGITS && ticket.length() == dot + 1 + HEX_DIGITS;
        if (!shaped || !signed(activity, user, ticket, dot) || over(ticket.substring(0, dot))) {
            throw new UnauthenticatedException("X-Admission must carry a ticket of this user for this activity");
        }
    }

    private boolean signed(long activity, UserId user, String ticket, int dot) {
        byte[] right = HexFormat.of()
                .formatHex(sign(activity, user, ticket.substring(0, dot)))
                .getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(right, ticket.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    /// Asked after the signature: what is signed is a number.
    private boolean over(String seconds) {
        return clock.instant().getEpochSecond() >= Long.parseLong(seconds);
    }

    private byte[] sign(long activity, UserId user, String seconds) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            String text = activity + "\n" + user.text() + '\n' + seconds;
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
