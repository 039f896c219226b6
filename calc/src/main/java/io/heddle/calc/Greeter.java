package io.heddle.calc;

import io.heddle.contract.call.Idempotent;
import io.heddle.contract.rpc.Rpc;
import java.util.Locale;

/// A class all of whose public methods may be called by name, on an object or not.
@Rpc
final class Greeter {
    private final String greeting;

    Greeter(String greeting) {
        this.greeting = greeting;
    }

    /// `Greeter.hello`: on the object that serves.
    @Idempotent
    public String hello(String name) {
        return greeting + ", " + name;
    }

    /// `Greeter.shout`: static.
    @Idempotent
    public static String shout(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /// Not public, so that nobody calls it by name.
    String secret() {
        return greeting;
    }
}
