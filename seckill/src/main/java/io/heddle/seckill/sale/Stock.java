package io.heddle.seckill.sale;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The units of all sales, and the one arbiter of who gets them. Any thread may call; each answer is an atomic step
/// of its sale (linearizable), and nothing is told that a crash could take back.
///
/// A sale is a fold over its events, which are numbered 1, 2, 3 without a gap: {@link Event}. An answer's `asOf` is
/// the number of the last event that it knew of, and that event is on disk.
///
/// Every method that decides blocks until its answer is durable, and throws {@link UndecidedException} when that
/// cannot be said: then it may or may not have happened, and asking again tells.
public interface Stock extends AutoCloseable {
    /// The most units of a sale.
    int MAX_UNITS = 10_000_000;

    /// Puts a sale up, or changes its terms; the same terms again change nothing.
    ///
    /// @throws TermsException when fewer units would be left than are held and paid for, or when the time to
    ///     pay of a sale that has wins would change
    void put(Terms terms);

    /// Takes a sale away for good.
    ///
    /// @return whether there was one
    /// @throws TermsException when somebody has won in it
    boolean remove(long activity);

    /// The terms of all sales, by their numbers.
    List<Terms> sales();

    /// Asks for one unit for a user, who gets at most one in a sale, ever.
    Claim claim(long activity, UserId user);

    /// What {@link #claim} has come to for a user; changes nothing.
    Claim standing(long activity, UserId user);

    /// Marks a held unit as paid or gives it back. What is settled stays: settling in the same way again is answered
    /// with the same state.
    ///
    /// @param how any but {@link Standing#HELD}; {@link Standing#EXPIRED} only once the time to pay is over
    /// @return the state of the order after that, which is another one than asked for when that came first; empty
    ///     when there is no such order
    Optional<Order> settle(OrderId order, Standing how);

    /// One order as the journal of the sale has it.
    Optional<Order> order(OrderId order);

    /// The counts of a sale, all taken at one event.
    Optional<Tally> tally(long activity);

    /// Events of a sale in their order, durable ones only.
    ///
    /// @param after the number of the last event that is known already, 0 for none
    /// @param limit the most events, from 1
    List<Event> events(long activity, long after, int limit);

    /// What the engine has done since it was opened.
    Pulse pulse();

    /// Ends it; what waits is told that it is undecided.
    @Override
    void close();

    /// What an engine has done since it was opened.
    ///
    /// @param decisions how many claims were decided, whatever came of them
    /// @param events how many events were made durable
    /// @param syncs how often the disk was waited for; 0 where another server does that
    /// @param slowest how long the slowest of the last 1,000 syncs took
    /// @param recovery how long the start took to read what there was
    record Pulse(long decisions, long events, long syncs, Duration slowest, Duration recovery) {}
}
