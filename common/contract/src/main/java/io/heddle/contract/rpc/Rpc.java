package io.heddle.contract.rpc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Lets a method be called by its name, `Type.method`, with JSON-RPC 2.0: one method of a contract or of any class,
/// static or not, or all methods of a contract and all public methods of a class. The processor writes the table at
/// compile time; what is not in it cannot be called.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Rpc {
    /// On a type what stands before the dot, its simple name when empty; on a method what stands after it, the name of
    /// the method when empty. Overloaded methods need one each.
    String value() default "";
}
