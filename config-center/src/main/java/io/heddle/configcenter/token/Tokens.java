package io.heddle.configcenter.token;

import io.heddle.configcenter.access.AccessSettings;
import io.heddle.configcenter.access.Gate;
import io.heddle.configcenter.access.Visitor;
import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.release.Desk;
import io.heddle.configcenter.release.Desk.Act;
import io.heddle.configcenter.store.Reading;
import io.heddle.configcenter.store.Stored;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.error.Violation;
import io.heddle.kit.access.Token;
import io.heddle.kit.configcenter.edit.TokenInfo;
import io.heddle.kit.configcenter.edit.TokenInfo.Given;
import io.heddle.kit.configcenter.edit.TokenInfo.Wanted;
import io.heddle.kit.seal.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tokens by their names. Any thread may call, within a request.
public final class Tokens {
    private static final Set<String> SCOPES = Set.of("read", "edit", "admin");

    private static final Visitor FILES =
            new Visitor("centre", AccessSettings.ADMIN, Optional.empty(), Optional.empty());

    private final Desk desk;

    /// Gives them out at that desk.
    public Tokens(Desk desk) {
        this.desk = desk;
    }

    /// Those that were given out.
    public List<TokenInfo> all() {
        return desk.store()
                .read(reading -> reading.tokens().stream()
                        .map(token -> new TokenInfo(
                                token.name(), token.scope(), token.service(), token.author(), token.time()))
                        .toList());
    }

    /// Makes a token.
    ///
    /// @throws ServiceException 400 naming the field that is wrong, 409 when there is one of that name
    public Given give(Wanted wanted) {
        String name = EntryKey.name("name", wanted.name());
        wanted.service().ifPresent(service -> EntryKey.name("service", service));
        if (wanted.service().isPresent() == wanted.scope().isPresent()) {
            throw ServiceException.invalid("service", "must be given, or scope, but not both");
        }
        if (wanted.scope().filter(scope -> !SCOPES.contains(scope)).isPresent()) {
            throw ServiceException.invalid("scope", "must be read, edit or admin");
        }
        String scope = wanted.scope().orElse(Visitor.SERVICE);
        return desk.change(act("give token", wanted.service().orElse("")), name, writing -> {
            if (find(writing, name).isPresent()) {
                throw taken(name);
            }
            String token = Token.fresh();
            writing.keep(new Stored.Token(
                    name,
                    scope,
                    wanted.service().orElse(""),
                    Gate.hash(token),
                    Visitor.current().name(),
                    desk.now()));
            return new Given(name, token);
        });
    }

    private static ServiceException taken(String name) {
        return new ServiceException(
                Status.CONFLICT,
                "name_taken",
                "name " + name + " is taken",
                List.of(new Violation("name", "must be one that no token has")));
    }

    private static Act act(String what, String service) {
        return new Act(what, "", service);
    }

    private static Optional<Stored.Token> find(Reading reading, String name) {
        return reading.tokens().stream()
                .filter(token -> token.name().equals(name))
                .findFirst();
    }

    private static ServiceException missing() {
        return ServiceException.notFound("there is no token of that name");
    }

    /// Makes another token in place of one.
    public Given rotate(String name) {
        EntryKey.name("name", name);
        return desk.change(act("rotate token", ""), name, writing -> {
            Stored.Token old = find(writing, name).orElseThrow(Tokens::missing);
            String token = Token.fresh();
            writing.keep(new Stored.Token(
                    name,
                    old.scope(),
                    old.service(),
                    Gate.hash(token),
                    Visitor.current().name(),
                    desk.now()));
            return new Given(name, token);
        });
    }

    /// Ends a token.
    public void revoke(String name) {
        EntryKey.name("name", name);
        desk.change(act("revoke token", ""), name, writing -> {
            if (!writing.dropToken(name)) {
                throw missing();
            }
            return name;
        });
    }

    /// Sees to it that there is a file with a read token of a service, readable by the owner only: one that is
    /// there and still holds is left as it is.
    ///
    /// @param folder where the files are, each `{service}.token`
    public void keepFile(Path folder, String service) {
        keep(folder.resolve(service + ".token"), Wanted.ofService(service + ".file", service));
    }

    /// The same with a token that allows giving out tokens and keys, in `admin.token`.
    public void keepAdminFile(Path folder) {
        Wanted admin = new Wanted("admin.file", Optional.empty(), Optional.of(AccessSettings.ADMIN));
        FILES.run(() -> keep(folder.resolve("admin.token"), admin));
    }

    private void keep(Path file, Wanted wanted) {
        try {
            boolean holds = Files.exists(file)
                    && desk.catalog()
                            .token(Gate.hash(Files.readString(file).strip()))
                            .isPresent();
            if (!holds) {
                String token = fresh(wanted) + "\n";
                PrivateFile.write(file, token.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a token cannot be kept in " + file, e);
        }
    }

    private String fresh(Wanted wanted) {
        boolean known =
                desk.store().read(reading -> find(reading, wanted.name())).isPresent();
        return (known ? rotate(wanted.name()) : give(wanted)).token();
    }
}
