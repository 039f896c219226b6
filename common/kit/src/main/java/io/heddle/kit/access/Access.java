package io.heddle.kit.access;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Demands a token of every request, or lets all in that this machine asks for. A browser may give the token as the
/// password of basic authentication.
public final class Access {
    /// The header by which a console shows that it is the one who asks.
    public static final String PROOF = "X-Console-Proof";

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private static final String LOOPBACK = "(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?";
    private static final Pattern HOST = Pattern.compile(LOOPBACK, Pattern.CASE_INSENSITIVE);
    private static final Pattern ORIGIN = Pattern.compile("https?://" + LOOPBACK, Pattern.CASE_INSENSITIVE);

    private final Scopes scopes;
    private final List<Known> tokens;
    private final Function<Exchange, Optional<String>> sessions;

    /// A token and what it allows.
    @SuppressWarnings("ArrayRecordComponent") // compared in constant time
    private record Known(String scope, byte[] token) {}

    private Access(Scopes scopes, Map<String, String> tokens) {
        this(scopes, tokens.entrySet().stream().flatMap(Access::known).toList(), _ -> Optional.empty());
    }

    private static Stream<Known> known(Map.Entry<String, String> given) {
        return Arrays.stream(given.getValue().split(",", -1))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .map(token -> new Known(given.getKey(), token.getBytes(StandardCharsets.UTF_8)));
    }

    private Access(Scopes scopes, List<Known> tokens, Function<Exchange, Optional<String>> sessions) {
        this.scopes = scopes;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /// Decides what is demanded: the tokens that are set, none on the loopback address, else tokens of the data
    /// folder that are made on the first start.
    ///
    /// @param given the tokens that are set, by their scopes; several with commas between, so that a new one can be
    ///     given out before the old one is taken away
    /// @throws IllegalStateException when one is empty, or tokens must be made without a folder to keep them in
    public static Access of(Scopes scopes, Map<String, String> given, String bind, Optional<Path> folder) {
        if (!given.isEmpty()) {
            Access access = new Access(scopes, given);
            if (access.open()) {
                throw new IllegalStateException("access: a token that is set must not be empty");
            }
            return access;
        }
        if (loopback(bind)) {
            return new Access(scopes, Map.of());
        }
        Path kept = folder.orElseThrow(() -> new IllegalStateException("a " + scopes.realm() + " on " + bind
                + " demands tokens: set access.admin_token, or a folder to have them made"));
        return new Access(scopes, new TokenFile(kept, scopes).tokens());
    }

    private static boolean loopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /// The same, where a session stands for the token that it was begun with.
    ///
    /// @param session gives the token of the session that a request is of
    public Access or(Function<Exchange, Optional<String>> session) {
        return new Access(scopes, tokens, session);
    }

    /// Whether no token is demanded.
    public boolean open() {
        return tokens.isEmpty();
    }

    /// Puts the demand in front of every route that is added.
    ///
    /// @param needed gives the scope that a method needs
    public Router guard(Router router, UnaryOperator<String> needed) {
        return (method, template, name, handler) -> router.add(method, template, name, exchange -> {
            requireLocal(exchange);
            String scope = needed.apply(method);
            if (!scope.equals(scopes.names().getFirst())) {
                requireUnforged(exchange);
            }
            new Caller(require(exchange, scope), exchange.peer()).handle(handler, exchange);
        });
    }

    /// Refuses what would change something with a password that a browser keeps, when another page may have made it
    /// ask.
    ///
    /// @throws ServiceException 403
    public static void requireUnforged(Exchange exchange) {
        if (Browser.forged(exchange)) {
            throw refusal(
                    Status.FORBIDDEN,
                    "origin_foreign",
                    "Origin must be that of the centre itself where a browser gives the password");
        }
    }

    /// Refuses, where no token is demanded, what a page of another site may have sent: the browser of somebody on
    /// this machine can reach the loopback address, and a name of that site may be made to lead there.
    ///
    /// @throws ServiceException 403
    public void requireLocal(Exchange exchange) {
        if (open()) {
            requireLoopback(exchange, "Host", HOST, "host_foreign");
            requireLoopback(exchange, "Origin", ORIGIN, "origin_foreign");
        }
    }

    private static void requireLoopback(Exchange exchange, String header, Pattern loopback, String code) {
        if (!exchange.headers().list(header, Scalar.STRING).stream()
                .allMatch(value -> loopback.matcher(value).matches())) {
            throw refusal(Status.FORBIDDEN, code, header + " must be of this machine, since no token is demanded");
        }
    }

    /// The name of who asks.
    private String require(Exchange exchange, String needed) {
        if (open()) {
            return Caller.LOCAL;
        }
        String token = shown(exchange).orElseThrow(() -> missing(exchange));
        String scope = scope(token).orElseThrow(() -> unknown(exchange));
        if (!scopes.allows(scope, needed)) {
            throw insufficient(scope);
        }
        return scope;
    }

    /// The token that a request shows itself, else that of its session.
    public Optional<String> shown(Exchange exchange) {
        return token(exchange).or(() -> sessions.apply(exchange));
    }

    /// The strongest scope that a token has. Compares with every token, each in the same time, so that the time
    /// tells nothing.
    public Optional<String> scope(String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        Optional<String> strongest = Optional.empty();
        for (Known known : tokens) {
            boolean equal = MessageDigest.isEqual(known.token(), given);
            if (equal
                    && strongest
                            .filter(scope -> scopes.allows(scope, known.scope()))
                            .isEmpty()) {
                strongest = Optional.of(known.scope());
            }
        }
        return strongest;
    }

    /// The token that a request shows, if it shows one: as a bearer token, as the password of basic authentication, or
    /// in the header that clients of Consul or of Spring Cloud Config put it in.
    public static Optional<String> token(Exchange exchange) {
        return exchange.headers()
                .optional("Authorization", Scalar.STRING)
                .flatMap(Access::token)
                .or(() -> exchange.headers().optional("X-Consul-Token", Scalar.STRING))
                .or(() -> exchange.headers().optional("X-Config-Token", Scalar.STRING))
                .filter(token -> !token.isEmpty());
    }

    private static Optional<String> token(String header) {
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return password(header.substring(BASIC.length()).strip());
        }
        return Optional.empty();
    }

    private static Optional<String> password(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Refuses a request without a token, and says in the answer how to show one.
    public ServiceException missing(Exchange exchange) {
        challenge(exchange);
        return refusal(Status.UNAUTHORIZED, "token_missing", "Authorization must carry a bearer token");
    }

    /// Refuses a token that nobody has given out.
    public ServiceException unknown(Exchange exchange) {
        challenge(exchange);
        return refusal(Status.UNAUTHORIZED, "token_unknown", "Authorization carries a token that is not known");
    }

    /// Refuses a token that allows less than is needed.
    public static ServiceException insufficient(String scope) {
        return refusal(Status.FORBIDDEN, "scope_missing", "Authorization carries a token that may only " + scope);
    }

    /// A page that signs in by itself must not have the browser ask for a password.
    private void challenge(Exchange exchange) {
        boolean page = exchange.headers().has(PROOF);
        exchange.header("WWW-Authenticate", page ? "Bearer" : "Bearer, Basic realm=\"" + scopes.realm() + '"');
    }

    private static ServiceException refusal(Status status, String code, String message) {
        return new ServiceException(status, code, message, List.of());
    }
}
