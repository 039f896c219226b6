package io.heddle.kit.console;

/// Who holds a token.
///
/// @param name what they are called
/// @param scope what the token allows
public record Holder(String name, String scope) {}
