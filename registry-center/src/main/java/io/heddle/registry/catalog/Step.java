package io.heddle.registry.catalog;

import io.heddle.registry.entry.Entry;

/// One change: what an instance became, or that it left.
///
/// @param revision of the change
/// @param entry the instance after it, or the last that was known of one that left
/// @param gone whether it left
public record Step(long revision, Entry entry, boolean gone) {}
