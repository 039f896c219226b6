package io.heddle.seckill.redis;

/// The keys of a sale, all in one hash slot.
///
/// @param config its terms and counts
/// @param won position, time to pay and standing by user
/// @param positions the user by position
/// @param log its events
record Keys(String config, String won, String positions, String log) {
    static Keys of(long activity) {
        String sale = "sk:{" + activity + "}:";
        return new Keys(sale + "cfg", sale + "won", sale + "pos", sale + "log");
    }

    String[] all() {
        return new String[] {config, won, positions, log};
    }
}
