package io.heddle.db.error;

import io.heddle.contract.error.Status;

/// Why a database did not do what was asked, each with its answer on the wire.
public enum Reason {
    /// A row with that key is there already.
    DUPLICATE_KEY(Status.CONFLICT, "duplicate_key", "there is one like it already", false),
    /// A value breaks a rule of the schema: a foreign key, a check, NULL where there must be a value, too long.
    CONSTRAINT(Status.CONFLICT, "constraint_violated", "a value breaks a rule of the data", false),
    /// Two transactions waited for each other and this one was rolled back.
    DEADLOCK(Status.UNAVAILABLE, "deadlock", "the data was being changed by others; try again", true),
    /// Another transaction held a row for too long; this one was rolled back.
    LOCK_TIMEOUT(Status.UNAVAILABLE, "lock_timeout", "the data was being changed by others; try again", true),
    /// A statement or a transaction took longer than it may.
    TIMEOUT(Status.GATEWAY_TIMEOUT, "database_timeout", "the database took too long", false),
    /// All connections stayed in use for as long as one may wait.
    POOL_EXHAUSTED(Status.UNAVAILABLE, "database_busy", "too many requests for the database; try again", true),
    /// No connection could be made.
    UNREACHABLE(Status.UNAVAILABLE, "database_unreachable", "the database cannot be reached", true),
    /// The connection broke; a transaction on it is rolled back by the server.
    CONNECTION_LOST(Status.UNAVAILABLE, "database_lost", "the connection to the database broke", true),
    /// The connection broke while it committed: whether the changes are there is not known.
    COMMIT_UNKNOWN(Status.UNAVAILABLE, "commit_unknown", "whether the changes were kept is not known", false),
    /// A change was tried where only reading is allowed.
    READ_ONLY(Status.INTERNAL_ERROR, "database_read_only", "nothing may be changed here", false),
    /// The thread was interrupted.
    INTERRUPTED(Status.UNAVAILABLE, "interrupted", "the work was broken off", false),
    /// The statement cannot be run, or its rows do not fit the type asked for.
    STATEMENT(Status.INTERNAL_ERROR, "database_statement", "the database could not do this", false);

    private final Status status;
    private final String code;
    private final String sentence;
    private final boolean repeatable;

    Reason(Status status, String code, String sentence, boolean repeatable) {
        this.status = status;
        this.code = code;
        this.sentence = sentence;
        this.repeatable = repeatable;
    }

    /// The HTTP status.
    public Status status() {
        return status;
    }

    /// The stable code.
    public String code() {
        return code;
    }

    /// What the caller is told.
    public String sentence() {
        return sentence;
    }

    /// Whether nothing was changed and the same transaction may succeed when it is run again.
    public boolean repeatable() {
        return repeatable;
    }
}
