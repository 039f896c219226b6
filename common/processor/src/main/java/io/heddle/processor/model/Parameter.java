package io.heddle.processor.model;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeMirror;

/// A parameter of a contract method.
///
/// @param name its Java name
/// @param type its type, with type variables resolved
/// @param nullable the annotation that allows null, if there is one
/// @param binding where it is found in the request
/// @param hashKey whether it picks the instance
/// @param secret whether it stays out of every log
public record Parameter(
        String name,
        TypeMirror type,
        Optional<AnnotationMirror> nullable,
        Binding binding,
        boolean hashKey,
        boolean secret) {}
