/// The OpenAPI document of a service, merged from what the processor wrote for each contract, and Swagger UI to
/// read it. The door is {@link io.heddle.kit.openapi.OpenApi}. Floor 4: stands on server.
///
/// Helidon's own feature would answer beside our router, without its CORS, limits and drain, and gives YAML to
/// those who take anything. So its part here is the document: its manager and its formats, under our routes.
@NullMarked
package io.heddle.kit.openapi;

import org.jspecify.annotations.NullMarked;
