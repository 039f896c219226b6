package io.heddle.kit.console;

/// What a page is told of who looks at it.
///
/// @param signedIn whether there is a session
/// @param demanded whether nothing is shown without one
/// @param name what the one who is signed in is called, `local` when nobody must sign in
/// @param scope what they may, empty when nobody is signed in
/// @param proof what the page sends along as `X-Console-Proof` with all that changes something, empty without a
///     session
record SessionState(boolean signedIn, boolean demanded, String name, String scope, String proof) {}
