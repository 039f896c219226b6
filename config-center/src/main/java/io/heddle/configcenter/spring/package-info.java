/// The shape of Spring Cloud Config, for clients that speak it. The door is
/// {@link io.heddle.configcenter.spring.SpringRoutes}. Stands on properties.
@NullMarked
package io.heddle.configcenter.spring;

import org.jspecify.annotations.NullMarked;
