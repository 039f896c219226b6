package io.heddle.registry.catalog;

import io.heddle.kit.registry.Changes;
import io.heddle.kit.registry.Instance;
import io.heddle.registry.entry.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts steps together: of each instance only what became of it in the end.
final class Delta {
    private Delta() {}

    static Changes of(Set<String> names, List<Step> steps, long revision) {
        Map<String, Step> last = new LinkedHashMap<>();
        boolean all = names.equals(Catalog.ALL);
        for (Step step : steps) {
            if (all || names.contains(step.entry().name())) {
                last.put(step.entry().name() + ' ' + step.entry().service(), step);
            }
        }
        Map<String, List<Instance>> services = new LinkedHashMap<>();
        Map<String, List<String>> gone = new LinkedHashMap<>();
        for (Step step : last.values()) {
            Entry entry = step.entry();
            if (step.gone()) {
                gone.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry.service());
            } else {
                services.computeIfAbsent(entry.name(), name -> new ArrayList<>())
                        .add(entry.instance());
            }
        }
        return new Changes(revision, false, services, gone);
    }
}
