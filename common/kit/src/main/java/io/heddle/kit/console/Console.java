package io.heddle.kit.console;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.access.Access;
import io.heddle.kit.access.Caller;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import io.heddle.kit.server.Routes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// The page of a centre at `/`, and the sessions of those who sign in to it with a token. A session stands for its
/// token wherever that is looked for with {@link #token}; the token itself is never in the browser. Any thread may
/// call.
///
/// `GET /console/session` tells who looks, `POST` with `{"token":...}` signs in, `DELETE` signs out.
public final class Console implements Routes {
    private static final JsonType<SessionState> STATE = new JsonType<>() {};
    private static final JsonType<SignIn> SIGN_IN = new JsonType<>() {};
    private static final String SESSION = "/console/session";

    private final Place place;
    private final Access access;
    private final Function<String, Optional<Holder>> holders;
    private final SessionLimits limits;
    private final Sessions sessions;
    private final Tries tries;
    private final Assets assets;

    /// What is sent to sign in.
    record SignIn(String token) {
        /// Never shows the token.
        @Override
        public String toString() {
            return "SignIn[]";
        }
    }

    /// Makes a console whose sessions end with the process.
    ///
    /// @param access what the centre demands without a session
    /// @param holders gives who holds a token; nobody when it is not one to look at the console with
    public Console(Place place, Access access, Function<String, Optional<Holder>> holders) {
        this(place, access, holders, SessionLimits.standard(), InstantSource.system());
    }

    Console(
            Place place,
            Access access,
            Function<String, Optional<Holder>> holders,
            SessionLimits limits,
            InstantSource time) {
        this.place = place;
        this.access = access;
        this.holders = holders;
        this.limits = limits;
        this.sessions = new Sessions(limits, time);
        this.tries = new Tries(limits, time);
        this.assets = new Assets(place.anchor());
    }

    @Override
    public void addTo(Router router) {
        Router local = (method, template, name, handler) -> router.add(method, template, name, exchange -> {
            access.requireLocal(exchange);
            handler.handle(exchange);
        });
        local.add("GET", "/", "Console.page", this::page);
        local.add("GET", "/console/files/{hash}/{file}", "Console.file", this::file);
        local.add("GET", SESSION, "Console.session", exchange -> tell(exchange, session(exchange)));
        local.add("POST", SESSION, "Console.signIn", this::signIn);
        local.add("DELETE", SESSION, "Console.signOut", this::signOut);
    }

    /// The token of the session that a request is of, when it is of one.
    ///
    /// @throws ServiceException 403 when it would change something and does not come from our own page
    public Optional<String> token(Exchange exchange) {
        Optional<Session> session = session(exchange);
        session.ifPresent(found -> requireProof(exchange, found));
        return session.map(Session::token);
    }

    private Optional<Session> session(Exchange exchange) {
        if (!Origins.changes(exchange) && Origins.foreign(exchange)) {
            return Optional.empty();
        }
        return exchange.cookies().list(cookie(exchange), Scalar.STRING).stream()
                .findFirst()
                .flatMap(sessions::find)
                .filter(this::holds);
    }

    /// A session whose token has ended since is none.
    private boolean holds(Session session) {
        boolean holds = holders.apply(session.token()).isPresent();
        if (!holds) {
            sessions.end(session.id());
        }
        return holds;
    }

    private static void requireProof(Exchange exchange, Session session) {
        if (!Origins.changes(exchange)) {
            return;
        }
        Origins.requireOurs(exchange);
        String shown = exchange.headers().or(Access.PROOF, Scalar.STRING, "");
        if (!MessageDigest.isEqual(bytes(shown), bytes(session.proof()))) {
            throw new ServiceException(
                    Status.FORBIDDEN, "proof_missing", Access.PROOF + " must be what the session was given", List.of());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void page(Exchange exchange) {
        secure(exchange);
        exchange.header("Cache-Control", "no-store");
        exchange.raw(200, "text/html; charset=utf-8", assets.page());
    }

    private void file(Exchange exchange) {
        Assets.Asset asset = assets.file(
                exchange.path().one("hash", Scalar.STRING), exchange.path().one("file", Scalar.STRING));
        secure(exchange);
        exchange.header("Cache-Control", "public, max-age=31536000, immutable");
        exchange.raw(200, asset.type(), asset.bytes());
    }

    private static void secure(Exchange exchange) {
        exchange.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                        + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        exchange.header("X-Content-Type-Options", "nosniff");
        exchange.header("Referrer-Policy", "no-referrer");
        exchange.header("Cross-Origin-Opener-Policy", "same-origin");
    }

    private void tell(Exchange exchange, Optional<Session> session) {
        exchange.header("Cache-Control", "no-store");
        exchange.value(STATE, state(session));
    }

    private SessionState state(Optional<Session> session) {
        Optional<Holder> holder = session.map(Session::token).flatMap(holders);
        return holder.map(who -> new SessionState(
                        true,
                        !access.open(),
                        who.name(),
                        who.scope(),
                        session.map(Session::proof).orElse("")))
                .orElseGet(() -> new SessionState(false, !access.open(), access.open() ? Caller.LOCAL : "", "", ""));
    }

    private void signIn(Exchange exchange) {
        Origins.requireOurs(exchange);
        long begun = System.nanoTime();
        String token = exchange.body(SIGN_IN).token().strip();
        Duration turn = tries.begin(exchange.peer()).orElseThrow(Console::tooManyTries);
        pause(begun + turn.toNanos());
        if (holders.apply(token).isEmpty()) {
            pause(begun + turn.plus(limits.delay()).toNanos());
            throw access.unknown(exchange);
        }
        tries.right(exchange.peer());
        session(exchange).ifPresent(old -> sessions.end(old.id()));
        Session session = sessions.begin(token);
        cookie(exchange, session.id(), "");
        tell(exchange, Optional.of(session));
    }

    private static ServiceException tooManyTries() {
        return new ServiceException(
                Status.TOO_MANY_REQUESTS,
                "too_many_tries",
                "token cannot be tried now: too many from this address wait; try again in some seconds",
                List.of());
    }

    private static void pause(long until) {
        for (long left = until - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void signOut(Exchange exchange) {
        session(exchange).ifPresent(session -> {
            requireProof(exchange, session);
            sessions.end(session.id());
        });
        cookie(exchange, "", "; Max-Age=0");
        tell(exchange, Optional.empty());
    }

    private void cookie(Exchange exchange, String value, String more) {
        exchange.header(
                "Set-Cookie",
                cookie(exchange) + '=' + value + "; Path=/; HttpOnly; SameSite=Strict"
                        + (place.secure() ? "; Secure" : "") + more);
    }

    private String cookie(Exchange exchange) {
        return place.cookie(exchange.local().getPort());
    }

    /// How many are signed in.
    public int signedIn() {
        return sessions.count();
    }
}
