package io.heddle.seckill.activity;

import io.heddle.kit.boot.Service;
import io.heddle.kit.config.SettingsException;
import io.heddle.seckill.sale.Stock;
import java.nio.file.Path;

/// Opens the engine that the settings name.
final class Engines {
    private Engines() {}

    static Stock open(Service service, SaleSettings settings) {
        throw new IllegalStateException("there is no engine " + settings.engine() + " in " + folder(service, settings));
    }

    /// Where the journal and what belongs to it is.
    static Path folder(Service service, SaleSettings settings) {
        return settings.folder()
                .map(Path::of)
                .or(() -> service.data().map(data -> data.resolve("sale")))
                .orElseThrow(() -> new SettingsException("sale.folder or service.data must be set", null));
    }
}
