package io.heddle.seckill.activity.mark;

import io.heddle.db.Database;
import io.heddle.db.Session;
import java.util.List;
import java.util.Map;

/// The table of marks.
final class MarkStore {
    private static final String RAISE = "insert into sale_applied (activity_id, event) values (?, ?)"
            + " on duplicate key update event = greatest(event, values(event))";

    private MarkStore() {}

    /// A mark.
    ///
    /// @param activityId the sale
    /// @param event the number of the last event that is in the table of orders
    record Mark(long activityId, long event) {}

    /// All marks of the sales that there are.
    static List<Mark> all(Database database) {
        return database.read(session -> session.list(
                Mark.class,
                "select activity_id, event from sale_applied where activity_id in"
                        + " (select id from activity where leaving = false)"));
    }

    /// Raises marks; none ever goes down.
    static void raise(Database database, Map<Long, Long> marks) {
        database.transaction(session -> raise(session, marks));
    }

    private static long raise(Session session, Map<Long, Long> marks) {
        return session.batch(
                        RAISE,
                        marks.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(mark -> List.of(mark.getKey(), mark.getValue()))
                                .toList())
                .length;
    }
}
