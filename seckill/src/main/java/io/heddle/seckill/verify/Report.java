package io.heddle.seckill.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was found in a journal.
///
/// @param sales what it holds of each sale
/// @param trouble why it cannot be trusted and what to do, empty when it can
/// @param notes what else one has to know
public record Report(List<Account> sales, Optional<String> trouble, List<String> notes) {
    /// Copies what it is given.
    public Report {
        sales = List.copyOf(sales);
        notes = List.copyOf(notes);
    }

    /// Whether the journal can be trusted.
    public boolean right() {
        return trouble.isEmpty();
    }

    /// The report for a person, line by line.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        sales.forEach(sale -> lines.add(sale.toString()));
        lines.add(sales.size() + " sales, "
                + sales.stream().mapToLong(Account::events).sum() + " events, "
                + sales.stream().mapToLong(Account::wins).sum() + " wins");
        lines.addAll(notes);
        lines.add(trouble.map(text -> "NOT RIGHT: " + text)
                .orElse("RIGHT: the numbers have no gap, the hashes fit, no" + " unit is sold twice, nobody has two"));
        return lines;
    }
}
