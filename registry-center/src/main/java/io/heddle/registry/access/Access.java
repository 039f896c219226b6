package io.heddle.registry.access;

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
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Demands a token of every request, or lets all in. A browser may give the token as the password of basic
/// authentication.
public final class Access {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final Map<Scope, byte[]> tokens;

    private Access(Map<Scope, String> tokens) {
        this.tokens = new EnumMap<>(Scope.class);
        tokens.forEach((scope, token) -> this.tokens.put(scope, token.getBytes(StandardCharsets.UTF_8)));
    }

    /// Decides what is demanded: the tokens that are set, none on the loopback address, else tokens of the data
    /// folder that
    /// are made on the first start.
    ///
    /// @throws IllegalStateException when tokens must be made and there is no folder to keep them in
    public static Access of(AccessSettings settings, String bind, Optional<Path> folder) {
        if (settings.any()) {
            return new Access(given(settings));
        }
        if (loopback(bind)) {
            return new Access(Map.of());
        }
        return new Access(new TokenFile(folder.orElseThrow(() -> new IllegalStateException("a registry on " + bind
                        + " demands tokens: set access.admin_token, or store.folder to have them made")))
                .tokens());
    }

    private static Map<Scope, String> given(AccessSettings settings) {
        Map<Scope, String> given = new EnumMap<>(Scope.class);
        settings.readToken().ifPresent(token -> given.put(Scope.READ, token));
        settings.registerToken().ifPresent(token -> given.put(Scope.REGISTER, token));
        settings.adminToken().ifPresent(token -> given.put(Scope.ADMIN, token));
        return given;
    }

    private static boolean loopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /// Puts the demand in front of every route that is added: reading needs the scope to read, all else that to
    /// register.
    public Router guard(Router router) {
        return (method, template, name, handler) -> {
            Scope scope = READING.contains(method) ? Scope.READ : Scope.REGISTER;
            router.add(
                    method,
                    template,
                    name,
                    tokens.isEmpty()
                            ? handler
                            : exchange -> {
                                check(exchange, scope);
                                handler.handle(exchange);
                            });
        };
    }

    private void check(Exchange exchange, Scope needed) {
        Optional<String> given =
                exchange.headers().optional("Authorization", Scalar.STRING).flatMap(Access::token);
        if (given.isEmpty()) {
            exchange.header("WWW-Authenticate", "Bearer, Basic realm=\"registry\"");
            throw refusal(Status.UNAUTHORIZED, "token_missing", "Authorization must carry a bearer token");
        }
        Set<Scope> granted = granted(given.get().getBytes(StandardCharsets.UTF_8));
        if (granted.isEmpty()) {
            exchange.header("WWW-Authenticate", "Bearer, Basic realm=\"registry\"");
            throw refusal(Status.UNAUTHORIZED, "token_unknown", "Authorization carries a token that is not known");
        }
        if (granted.stream().noneMatch(scope -> scope.compareTo(needed) >= 0)) {
            throw refusal(Status.FORBIDDEN, "scope_missing", "Authorization carries a token that may only read");
        }
    }

    /// Compares with every token, each in the same time, so that the time tells nothing.
    private Set<Scope> granted(byte[] given) {
        Set<Scope> granted = java.util.EnumSet.noneOf(Scope.class);
        tokens.forEach((scope, token) -> {
            if (MessageDigest.isEqual(token, given)) {
                granted.add(scope);
            }
        });
        return granted;
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

    private static ServiceException refusal(Status status, String code, String message) {
        return new ServiceException(status, code, message, List.of());
    }
}
