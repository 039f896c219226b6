package io.heddle.registry.audit;

import java.time.Instant;

/// Something that somebody did to the registry.
///
/// @param time when
/// @param who the scope of the token that was shown, `local` when none was demanded
/// @param peer the address that it was asked from
/// @param through the protocol it came through: `registry`, `console`, or the name of a facade
/// @param action `register`, `change` or `deregister`
/// @param name the name of the service
/// @param service the address of the instance
/// @param detail what changed, empty when that goes without saying
/// @param outcome `done`, or the code of the refusal
public record Write(
        Instant time,
        String who,
        String peer,
        String through,
        String action,
        String name,
        String service,
        String detail,
        String outcome) {}
