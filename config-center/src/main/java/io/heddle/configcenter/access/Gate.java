package io.heddle.configcenter.access;

import io.heddle.configcenter.catalog.Catalog;
import io.heddle.configcenter.store.Stored.Token;
import io.heddle.kit.access.Access;
import io.heddle.kit.console.Holder;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Stands in front of every route: knows who asks by the token that they show, and lets through who may.
public final class Gate {
    /// What the services themselves ask for: their own token is enough.
    private static final Set<String> OF_SERVICES = Set.of(
            "ConfigApi.watch",
            "ConfigApi.events",
            "ConfigRoute.value",
            "SpringRoutes.environment",
            "KvRoutes.read",
            "KvRoutes.all");

    private static final Set<String> OF_ADMINS = Set.of(
            "ConfigEditApi.tokens",
            "ConfigEditApi.giveToken",
            "ConfigEditApi.rotateToken",
            "ConfigEditApi.revokeToken",
            "ConfigEditApi.rotateKey");
    private static final String LOCAL = "local";

    private final Access access;
    private final Catalog catalog;
    private final List<String> openServices;

    /// A gate that demands what the settings say.
    public Gate(Access access, Catalog catalog, List<String> openServices) {
        this.access = access;
        this.catalog = catalog;
        this.openServices = List.copyOf(openServices);
    }

    /// Puts the gate in front of every route that is added.
    public Router guard(Router router) {
        return (method, template, name, handler) -> router.add(method, template, name, exchange -> {
            access.requireLocal(exchange);
            if (!method.equals("GET")) {
                Access.requireUnforged(exchange);
            }
            Visitor visitor = visitor(exchange);
            require(visitor, needed(method, name), exchange);
            visitor.handle(handler, exchange);
        });
    }

    /// Who holds a token that is not of a service; a service has nothing to look for at a console.
    public Optional<Holder> holder(String token) {
        return access.scope(token)
                .map(scope -> new Holder(scope, scope))
                .or(() -> catalog.token(hash(token))
                        .filter(known -> known.service().isEmpty())
                        .map(known -> new Holder(known.name(), known.scope())));
    }

    private static String needed(String method, String name) {
        if (OF_ADMINS.contains(name)) {
            return AccessSettings.ADMIN;
        }
        return OF_SERVICES.contains(name)
                ? Visitor.SERVICE
                : method.equals("GET") ? AccessSettings.READ : AccessSettings.EDIT;
    }

    private Visitor visitor(Exchange exchange) {
        Optional<String> shown = access.shown(exchange);
        if (shown.isEmpty()) {
            return access.open()
                    ? new Visitor(LOCAL, AccessSettings.EDIT, Optional.empty(), Optional.empty())
                    : new Visitor("nobody", "", Optional.empty(), Optional.of(openServices));
        }
        String token = shown.get();
        return access.scope(token)
                .map(scope -> new Visitor(scope, scope, Optional.empty(), Optional.empty()))
                .or(() -> catalog.token(hash(token)).map(this::holder))
                .orElseThrow(() -> access.unknown(exchange));
    }

    /// Where nothing is demanded, a token only adds: what its holder is told, or that tokens and keys may be made.
    private Visitor holder(Token token) {
        Optional<String> shown = Optional.of(token.hash());
        if (token.service().isEmpty()) {
            return new Visitor(
                    token.name(),
                    access.open() && !token.scope().equals(AccessSettings.ADMIN) ? AccessSettings.EDIT : token.scope(),
                    Optional.empty(),
                    Optional.empty(),
                    shown);
        }
        Optional<String> owns = Optional.of(token.service());
        return access.open()
                ? new Visitor(token.name(), AccessSettings.EDIT, owns, Optional.empty(), shown)
                : new Visitor(token.name(), Visitor.SERVICE, owns, Optional.of(readable(token.service())), shown);
    }

    private List<String> readable(String own) {
        return Stream.concat(Stream.of(own), openServices.stream()).toList();
    }

    private void require(Visitor visitor, String needed, Exchange exchange) {
        if (visitor.scope().isEmpty()) {
            if (!needed.equals(Visitor.SERVICE) || openServices.isEmpty()) {
                throw access.missing(exchange);
            }
            return;
        }
        boolean enough = needed.equals(Visitor.SERVICE)
                || (!visitor.scope().equals(Visitor.SERVICE) && AccessSettings.SCOPES.allows(visitor.scope(), needed));
        if (!enough && visitor.name().equals(LOCAL)) {
            throw access.missing(exchange);
        }
        if (!enough) {
            throw Access.insufficient(
                    visitor.scope().equals(Visitor.SERVICE) ? "read its own configs" : visitor.scope());
        }
    }

    /// What is kept of a token: its SHA-256 in hexadecimal. A token has 192 random bits, so it needs no salt.
    public static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
