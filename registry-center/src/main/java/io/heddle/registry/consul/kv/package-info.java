/// A small key-value store with one revision over all keys, kept in a file or in the store that nodes share. The door
/// is
/// {@link io.heddle.registry.consul.kv.KeyStore}. Stands on the kit and the store.
@NullMarked
package io.heddle.registry.consul.kv;

import org.jspecify.annotations.NullMarked;
