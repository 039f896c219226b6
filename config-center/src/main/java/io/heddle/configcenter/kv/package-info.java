/// The shape of Consul's key-value store, to read only, for Spring Cloud Consul Config and others who keep their
/// settings
/// there. The door is {@link io.heddle.configcenter.kv.KvRoutes}. Stands on properties and on the watch.
@NullMarked
package io.heddle.configcenter.kv;

import org.jspecify.annotations.NullMarked;
