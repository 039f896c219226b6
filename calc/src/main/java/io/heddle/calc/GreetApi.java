package io.heddle.calc;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;

/// A greeting, to try calls by name on.
@HttpApi("calc")
public interface GreetApi {
    /// Greets someone, as `Greeter.hello` does when it is called by name.
    @Get("/get/{name}")
    String get(String name);
}
