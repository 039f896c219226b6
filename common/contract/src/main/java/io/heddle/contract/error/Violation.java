package io.heddle.contract.error;

/// What is wrong with one field of a request.
///
/// @param field the path of the field, for example `items[3].price`
/// @param message what it must be, as a clause: `must be a whole number`
public record Violation(String field, String message) {}
