/// The store in etcd, over its v3 JSON gateway. The door is {@link io.heddle.store.etcd.EtcdStore}. Stands on the
/// contract and on the kit's HTTP.
@NullMarked
package io.heddle.store.etcd;

import org.jspecify.annotations.NullMarked;
