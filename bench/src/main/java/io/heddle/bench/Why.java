package io.heddle.bench;

/// The reasons that results files give where an aim is missed.
final class Why {
    static final String CALL = "The socket calls alone take most of it (see bare-socket); the rest is JSON,"
            + " the guards and the meters of the call.";
    static final String GARBAGE = "The request's strings and the answer's bytes are made for each call.";
    static final String PICK = "The clock is read for the stall check, and counters are shared between threads.";
    static final String RENEWAL = "Helidon's own HTTP takes most of it (see bare-helidon-echo).";
    static final String EUREKA = "A renewal is next to nothing but HTTP by now (see bare-helidon-echo), so that it"
            + " cannot fall much further one by one, and Eureka, once thoroughly warm, takes far less than the 100 us"
            + " that the aim was set by.";
    static final String RELAY = "Two HTTP parsers and header tables in Java stand against nginx's one pass in C.";
    static final String MEMORY = "Each instance has an entry, a lease and places in two tables of its own.";
    static final String WATCH = "The watchers' reads share the cores with the registry's writes.";
    static final String CONNECTION = "Most of it is what Helidon keeps of a connection, and the stack of its thread.";
    static final String PUBLISH = "A publish is on disk before anyone is told, and the watchers' reads share the cores"
            + " with the centre's writes.";
    static final String READ = "Helidon's own HTTP takes most of it (see bare-helidon-echo of the registry's table).";
    static final String START = "The machine is shared: class loading and Helidon's start take the most.";

    private Why() {}
}
