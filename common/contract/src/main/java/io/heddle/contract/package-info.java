/// What an interface says to become a service: {@link io.heddle.contract.HttpApi} on the type and one verb on each
/// method.
///
/// The processor reads these at compile time and writes the client, the routes, the OpenAPI fragment and the test
/// stub. Stands on nothing but jspecify, so a contract can be shared without sharing the kit.
@NullMarked
package io.heddle.contract;

import org.jspecify.annotations.NullMarked;
