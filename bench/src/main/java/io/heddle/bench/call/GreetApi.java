package io.heddle.bench.call;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.bind.Query;
import io.heddle.contract.rpc.Rpc;
import java.util.List;

/// The contract that the target answers.
@Rpc
@HttpApi("greeter")
public interface GreetApi {
    /// Greets so many times.
    @Get("/greet/{id}")
    Greeting greet(long id, @Query int times);

    /// A greeting.
    ///
    /// @param id whom it is for
    /// @param text what is said
    /// @param tags what it is about
    record Greeting(long id, String text, List<String> tags) {}
}
