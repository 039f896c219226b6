package io.heddle.configcenter.kv;

import io.heddle.contract.ServiceName;
import java.util.Optional;

/// The folder of a service, or of its instances with a label: `config/orders/` or `config/orders,prod/`.
record Context(String service, String label) {
    static final String ROOT = "config/";

    /// The folder that a key is in, if it is in one.
    static Optional<Context> of(String key) {
        int end = key.indexOf('/', ROOT.length());
        if (!key.startsWith(ROOT) || end < 0) {
            return Optional.empty();
        }
        String name = key.substring(ROOT.length(), end);
        int comma = name.indexOf(',');
        String service = comma < 0 ? name : name.substring(0, comma);
        String label = comma < 0 ? "" : name.substring(comma + 1);
        boolean valid = ServiceName.valid(service) && (comma < 0 || ServiceName.valid(label));
        return valid ? Optional.of(new Context(service, label)) : Optional.empty();
    }

    String folder() {
        return ROOT + service + (label.isEmpty() ? "" : "," + label) + '/';
    }
}
