package io.heddle.kit.console;

import io.heddle.kit.access.Token;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/// The sessions that live, in the order of their last request. In memory only: a restart ends them all.
final class Sessions {
    private final LinkedHashMap<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true);
    private final SessionLimits limits;
    private final InstantSource time;

    Sessions(SessionLimits limits, InstantSource time) {
        this.limits = limits;
        this.time = time;
    }

    synchronized Session begin(String token) {
        Instant now = time.instant();
        Session session = new Session(Token.fresh(), Token.fresh(), token, now, now);
        sessions.values().removeIf(old -> over(old, now));
        if (sessions.size() >= limits.most()) {
            sessions.remove(quietest(token).id());
        }
        sessions.put(session.id(), session);
        return session;
    }

    /// One of the same token, so that nobody signs others out by signing in often; else one of anybody.
    private Session quietest(String token) {
        return sessions.values().stream()
                .filter(session -> session.token().equals(token))
                .findFirst()
                .orElseGet(() -> sessions.firstEntry().getValue());
    }

    /// The session of that name; its time to be idle begins anew.
    synchronized Optional<Session> find(String id) {
        Instant now = time.instant();
        Session found = sessions.get(id);
        if (found == null || over(found, now)) {
            sessions.remove(id);
            return Optional.empty();
        }
        Session seen = found.seen(now);
        sessions.put(id, seen);
        return Optional.of(seen);
    }

    private boolean over(Session session, Instant now) {
        return !now.isBefore(session.seen().plus(limits.idle()))
                || !now.isBefore(session.begun().plus(limits.longest()));
    }

    synchronized void end(String id) {
        sessions.remove(id);
    }

    synchronized int count() {
        return sessions.size();
    }
}
