package io.heddle.testkit.fault;

import java.time.Duration;

/// What befalls a request on its way.
public sealed interface Fault {
    /// It is passed on as it is.
    record None() implements Fault {}

    /// It is passed on later.
    ///
    /// @param time how much later
    record Delay(Duration time) implements Fault {}

    /// Its connection is reset before the server sees it.
    record Reset() implements Fault {}

    /// It is never passed on nor answered, and its connection stays open.
    record Hang() implements Fault {}

    /// It is answered in the server's place, with the error envelope, and its connection is closed.
    ///
    /// @param status the HTTP status, 400 to 599
    record Answer(int status) implements Fault {
        /// Checks the status.
        public Answer {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("the status of a fault is from 400 to 599, not " + status);
            }
        }
    }

    /// The server sees it, and its answer breaks off.
    ///
    /// @param bytes how many bytes of the answer come through
    record Cut(int bytes) implements Fault {}
}
