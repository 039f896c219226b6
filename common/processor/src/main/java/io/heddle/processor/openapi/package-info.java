/// Writes the OpenAPI 3.1 fragment of a contract: tags, paths, and the schemas they name. Errors refer to
/// `#/components/schemas/Error`, which whoever joins the fragments adds. The door is
/// {@link io.heddle.processor.openapi.FragmentWriter}. Stands on json, model and naming.
@NullMarked
package io.heddle.processor.openapi;

import org.jspecify.annotations.NullMarked;
