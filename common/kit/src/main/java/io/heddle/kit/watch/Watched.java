package io.heddle.kit.watch;

import java.util.Set;

/// What is watched: subjects that change, all on one revision that only grows. Any thread may call.
///
/// @param <S> what one watcher looks at; equal ones are looked at together
/// @param <C> what is told of changes
public interface Watched<S, C> {
    /// The revision of the last change.
    long revision();

    /// What happened to a subject after a revision, up to another or a later one.
    C changes(S subject, long since, long until);

    /// That nothing happened up to a revision.
    C none(long revision);

    /// Up to where this tells.
    long revision(C changes);

    /// Whether nothing happened.
    boolean empty(C changes);

    /// Whether one of the names that changed is about the subject.
    boolean about(S subject, Set<String> changed);
}
