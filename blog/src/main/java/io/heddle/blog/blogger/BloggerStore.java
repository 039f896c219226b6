package io.heddle.blog.blogger;

import io.heddle.blog.blogger.BloggerApi.Blogger;
import io.heddle.contract.reply.Page;
import io.heddle.db.Database;
import io.heddle.db.error.DuplicateKeyException;
import io.heddle.db.sql.Direction;
import io.heddle.db.sql.Select;
import io.heddle.db.sql.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The table of bloggers.
final class BloggerStore {
    private static final Table TABLE = Table.of("blogger", "id", "name", "about", "password_hash", "registered");

    private final Database database;

    BloggerStore(Database database) {
        this.database = database;
    }

    /// @return the number of the new blogger, empty when the name is taken
    Optional<Long> add(Blogger blogger, String hash) {
        try {
            return Optional.of(database.transaction(session -> session.insert(TABLE.insert()
                    .value("name", blogger.name())
                    .value("about", blogger.about())
                    .value("password_hash", hash)
                    .value("registered", blogger.registered()))));
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    Page<Blogger> list(List<Long> ids, int page, int limit) {
        Select all = shown().orderBy("id", Direction.ASCENDING);
        return database.read(
                session -> session.page(Blogger.class, ids.isEmpty() ? all : all.whereIn("id", ids), page, limit));
    }

    Optional<Blogger> find(long id) {
        return database.read(session -> session.one(Blogger.class, shown().where("id", id)));
    }

    /// A blogger with the hash of their password, by name.
    Optional<Hashed> named(String name) {
        return database.read(session -> session.one(
                Hashed.class,
                TABLE.select("id", "name", "about", "registered", "password_hash")
                        .where("name", name)));
    }

    private static Select shown() {
        return TABLE.select("id", "name", "about", "registered");
    }

    record Hashed(long id, String name, String about, Instant registered, String passwordHash) {
        Blogger blogger() {
            return new Blogger(id, name, about, registered);
        }
    }
}
