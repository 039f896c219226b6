package io.heddle.testkit.service;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;

/// What the test serves.
@HttpApi("greeting")
interface GreetingApi {
    /// Greets somebody.
    @Get("/greet/{name}")
    String greet(String name);
}
