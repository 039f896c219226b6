package io.heddle.processor.model;

import io.heddle.contract.error.Status;
import javax.lang.model.type.TypeMirror;

/// An exception with a code of its own.
///
/// @param type the class
/// @param status its HTTP status
/// @param code its code on the wire
public record FailureType(TypeMirror type, Status status, String code) {}
