package io.heddle.kit.configcenter;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Header;
import io.heddle.contract.call.Timeout;
import io.heddle.contract.reply.Events;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The config centre as its readers see it: many entries in one request, all on one revision.
///
/// Secrets are shown to the read token of the service that owns them; everyone else sees a mask.
@HttpApi("config-center")
public interface ConfigApi {
    /// Waits until one of the entries changed since a revision; 0 gives the present state at once.
    ///
    /// @param entries `{config_name}/{service}`, or `*/{service}` for all of a service; with `@{label}` behind it
    /// what instances with that label get; each also several with commas between
    /// @param instance who asks, for a gray release to single instances
    @Get("/watch")
    @Timeout(value = "6m", perTry = "6m")
    ConfigState watch(
            List<String> entries,
            @Default("") String instance,
            @Default("0") long since,
            @Default("30s") Duration wait);

    /// The same as a stream: the present state, or nothing new when it is the one of that revision, then the state
    /// after each change. A state without a change comes now and then as a sign of life.
    @Get("/events")
    Events<ConfigState> events(
            List<String> entries,
            @Default("") String instance,
            @Default("0") long since,
            @Header("Last-Event-ID") Optional<Long> lastEventId);
}
