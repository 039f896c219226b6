package io.heddle.blog.blogger;

import io.heddle.contract.reply.Page;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Answers the contract.
final class BloggerHandler implements BloggerApi {
    private final BloggerStore store;
    private final Passwords passwords;
    private final InstantSource clock;

    BloggerHandler(BloggerStore store, Passwords passwords, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public Blogger register(Registration said) {
        String about = said.about().orElse("");
        Blogger asked = new Blogger(0, said.name(), about, clock.instant().truncatedTo(ChronoUnit.MICROS));
        long id = store.add(asked, passwords.hash(said.password()))
                .orElseThrow(() -> new NameTakenException("the name " + said.name() + " is taken"));
        return new Blogger(id, asked.name(), about, asked.registered());
    }

    @Override
    public Blogger logIn(Login login) {
        Optional<BloggerStore.Hashed> known = store.named(login.name());
        if (!passwords.match(login.password(), known.map(BloggerStore.Hashed::passwordHash))) {
            throw new WrongLoginException("there is no blogger with that name and password");
        }
        return known.orElseThrow().blogger();
    }

    @Override
    public Page<Blogger> list(List<Long> id, int page, int limit) {
        return store.list(id, page, limit);
    }

    @Override
    public Optional<Blogger> blogger(long id) {
        return store.find(id);
    }
}
