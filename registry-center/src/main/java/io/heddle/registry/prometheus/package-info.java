/// The instances as targets that a Prometheus finds over HTTP (`http_sd_configs`). The door is {@link
/// io.heddle.registry.prometheus.PrometheusTargets}. Stands on the catalog and the kit's server.
@NullMarked
package io.heddle.registry.prometheus;

import org.jspecify.annotations.NullMarked;
