/// Reads each interface marked {@link io.heddle.contract.HttpApi} and writes its client, routes, test stub and OpenAPI
/// fragment as plain Java and JSON, beside compile errors that name the fix. For `Outer.X` in package `p` it writes
/// `p.Outer_XClient`, `p.Outer_XRoutes`, `p.Outer_XStub` and `META-INF/heddle/p.Outer.X.openapi.json`.
///
/// The door is {@link io.heddle.processor.HttpApiProcessor}, which only javac calls. The option `heddle.services` names
/// a
/// file of the service names that may be used, one a line. `@SuppressWarnings("heddle")` silences warnings.
@NullMarked
package io.heddle.processor;

import org.jspecify.annotations.NullMarked;
