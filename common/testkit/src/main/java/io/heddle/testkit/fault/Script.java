package io.heddle.testkit.fault;

/// What befalls which request.
final class Script {
    private static final Fault NONE = new Fault.None();

    private Fault fault = NONE;
    private long left;
    private long requests;

    synchronized void every(Fault all) {
        fault = all;
        left = Long.MAX_VALUE;
    }

    synchronized void next(int count, Fault some) {
        fault = some;
        left = count;
    }

    synchronized long requests() {
        return requests;
    }

    /// The fate of the request that has come now.
    synchronized Fault fate() {
        requests++;
        if (left == 0) {
            return NONE;
        }
        left--;
        return fault;
    }
}
