package io.heddle.seckill.journalled;

/// The process ends here.
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process ends here", null, false, false);
    }
}
