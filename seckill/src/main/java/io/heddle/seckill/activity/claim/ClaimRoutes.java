package io.heddle.seckill.activity.claim;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.rate.Rate;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import io.heddle.seckill.activity.claim.ClaimApi.Admission;
import io.heddle.seckill.admin.AdminToken;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.UndecidedException;
import io.heddle.seckill.sale.UserId;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// The routes of a claim. What is refused before the engine changes nothing.
public final class ClaimRoutes implements Routes {
    private static final String JSON = "application/json";
    private static final String PREFIX = "/activities/";
    private static final String RETRY_AFTER = "Retry-After";
    private static final int USUAL_DIGITS = 18;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final JsonType<Admission> ADMISSION = new JsonType<>() {};

    private final Stock stock;
    private final Entry entry;
    private final Runnable gate;
    private final ClaimBody body = new ClaimBody(Json.strict());
    private final Rate rate;
    private final Admissions admissions;

    /// What must be met before the engine is asked.
    ///
    /// @param userRate how many requests a second a user may send, 0 for any number
    /// @param admissionSecret what signs tickets; nobody needs one when it is empty
    /// @param admissionValid how long a ticket is good for
    /// @param admin who may issue tickets
    public record Entry(int userRate, String admissionSecret, Duration admissionValid, AdminToken admin) {}

    /// Routes to an engine.
    ///
    /// @param gate throws {@link UndecidedException} while nothing may be decided
    public ClaimRoutes(Stock stock, Entry entry, Runnable gate, InstantSource clock) {
        this.stock = stock;
        this.entry = entry;
        this.gate = gate;
        this.rate = new Rate(entry.userRate(), ThreadLocalRandom.current().nextLong(), clock);
        this.admissions = new Admissions(entry.admissionSecret(), clock);
    }

    @Override
    public void addTo(Router router) {
        router.add("POST", "/activities/{id}/seckill", "ClaimApi.claim", this::claim);
        router.add("GET", "/activities/{id}/seckill/{user_id}", "ClaimApi.standing", this::standing);
        router.add("POST", "/activities/{id}/admissions", "ClaimApi.admit", this::admit);
    }

    private void claim(Exchange exchange) {
        try {
            gate.run();
            long activity = activity(exchange);
            Asked asked = body.read(bytes(exchange));
            if (admissions.needed()) {
                String ticket = exchange.headers().or("X-Admission", Scalar.STRING, "");
                admissions.check(activity, asked.user(), ticket);
            }
            if (!rate.pass(asked.user().text())) {
                throw new SlowDownException("at most " + entry.userRate() + " requests a second");
            }
            new ClaimText(activity, asked).send(exchange, stock.claim(activity, asked.user()));
        } catch (UndecidedException | SlowDownException e) {
            exchange.header(RETRY_AFTER, "1");
            throw e;
        }
    }

    private void standing(Exchange exchange) {
        try {
            gate.run();
            long activity = activity(exchange);
            String text = exchange.path().one("user_id", Scalar.STRING);
            UserId user = ClaimBody.user(text);
            Asked asked = new Asked(user, NUMBER.matcher(text).matches());
            new ClaimText(activity, asked).send(exchange, stock.standing(activity, user));
        } catch (UndecidedException e) {
            exchange.header(RETRY_AFTER, "1");
            throw e;
        }
    }

    private void admit(Exchange exchange) {
        if (!admissions.needed()) {
            throw ServiceException.notFound("nobody needs a ticket here");
        }
        entry.admin().require(exchange.headers().optional("Authorization", Scalar.STRING));
        long activity = activity(exchange);
        Asked asked = body.read(bytes(exchange));
        Admissions.Ticket ticket = admissions.issue(activity, asked.user(), entry.admissionValid());
        exchange.value(ADMISSION, new Admission(ticket.text(), ticket.ends()));
    }

    /// The usual number is read off the path as it came.
    private static long activity(Exchange exchange) {
        String target = exchange.rawTarget();
        int at = PREFIX.length();
        long number = 0;
        while (at < target.length() && at < PREFIX.length() + USUAL_DIGITS && isDigit(target.charAt(at))) {
            number = 10 * number + target.charAt(at++) - '0';
        }
        boolean usual = at > PREFIX.length() && at < target.length() && target.charAt(at) == '/';
        long activity = usual ? number : exchange.path().one("id", Scalar.LONG);
        if (activity < 1) {
            throw NoActivityException.of(activity);
        }
        return activity;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static byte[] bytes(Exchange exchange) throws ServiceException {
        requireJson(exchange.headers().or("Content-Type", Scalar.STRING, JSON));
        long length = exchange.bodyLength();
        if (length > ClaimBody.MAX_BYTES) {
            throw tooLarge();
        }
        return length >= 0 ? exchange.bytes() : chunked(exchange);
    }

    private static void requireJson(String type) {
        if (type.equals(JSON)) {
            return;
        }
        int end = type.indexOf(';');
        String plain = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (!plain.isEmpty() && !plain.equals(JSON) && !plain.endsWith("+json")) {
            throw ServiceException.of(Status.UNSUPPORTED_MEDIA_TYPE, "the body must be application/json");
        }
    }

    private static byte[] chunked(Exchange exchange) {
        try {
            byte[] bytes = exchange.stream().readNBytes(ClaimBody.MAX_BYTES + 1);
            if (bytes.length > ClaimBody.MAX_BYTES) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw ServiceException.of(Status.BAD_REQUEST, "the body ended early", e);
        }
    }

    private static ServiceException tooLarge() {
        return ServiceException.of(
                Status.CONTENT_TOO_LARGE, "the body is larger than the limit of " + ClaimBody.MAX_BYTES + " bytes");
    }
}
