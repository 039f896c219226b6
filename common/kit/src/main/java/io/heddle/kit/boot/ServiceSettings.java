package io.heddle.kit.boot;

import io.heddle.contract.bind.Default;
import java.time.Duration;
import java.util.Optional;

/// What concerns a process as a whole.
///
/// @param data the folder for what it keeps, such as the last view of the registry; nothing is kept when absent
/// @param readyFile a file into which it writes its address when it is ready, for those who started it
/// @param host the host that others reach it by; the one it binds when absent, this machine's name when it binds all
/// @param registerWait how long it waits at the start for a registry that is slow; one that is away is not waited for
public record ServiceSettings(
        Optional<String> data,
        Optional<String> readyFile,
        Optional<String> host,
        @Default("3s") Duration registerWait) {}
