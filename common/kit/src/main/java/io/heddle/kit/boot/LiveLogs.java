package io.heddle.kit.boot;

import io.heddle.kit.config.Live;
import io.heddle.kit.log.LogSettings;
import io.heddle.kit.log.Logs;

/// Logs that follow the config centre.
final class LiveLogs {
    private LiveLogs() {}

    /// What the centre says of the logs holds from the start; later only the level changes.
    ///
    /// @param first the logs by the local settings, which tell of how the centre was found
    static Logs follow(Logs first, LogSettings local, Live<LogSettings> live, String service) {
        LogSettings now = live.current();
        Logs opened = now.equals(local) ? first : another(first, now, service);
        live.onChange(now, next -> opened.level(next.level()));
        return opened;
    }

    private static Logs another(Logs first, LogSettings settings, String service) {
        first.close();
        return Logs.open(settings, service);
    }
}
