/// Reads each interface marked {@link io.heddle.contract.HttpApi} and writes its client, routes, test stub and OpenAPI
/// fragment as plain Java and JSON, beside compile errors that name the fix. For `Outer.X` in package `p` it writes
/// `p.Outer_XClient`, `p.Outer_XRoutes`, `p.Outer_XStub` and `META-INF/heddle/p.Outer.X.openapi.json`. Where the
/// contract asks something of its values it writes `p.Outer_XChecks`, where it logs calls `p.Outer_XArguments`, and
/// where methods of it, or of any class, are marked {@link io.heddle.contract.rpc.Rpc}, the table `p.Outer_XRpc`.
///
/// The door is {@link io.heddle.processor.HttpApiProcessor}, which only javac calls. The option `heddle.services`
/// names a file of the service names that may be used, one a line. `@SuppressWarnings("heddle")` silences warnings.
@NullMarked
package io.heddle.processor;

import org.jspecify.annotations.NullMarked;
