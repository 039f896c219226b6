package io.heddle.seckill.journal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.seckill.journal.Entry;
import io.heddle.seckill.journal.JournalDamagedException;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final Instant AT = Instant.parse("2026-01-01T10:00:00.123Z");
    private static final Terms TERMS = new Terms(7, 10_000_000, AT, AT.plusMillis(1), Terms.LONGEST_HOLD, false);
    private static final List<Event> EVENTS = List.of(
            new Event.Arranged(1, AT, TERMS),
            new Event.Won(2, AT, new OrderId(7, 1), new UserId("~".repeat(UserId.MAX_LENGTH)), AT.plusSeconds(1)),
            new Event.Won(3, AT, new OrderId(7, 2), UserId.of(1), AT.plus(Duration.ofDays(30))),
            new Event.Settled(4, AT, new OrderId(7, 1), Standing.PAID),
            new Event.Settled(5, AT, new OrderId(7, 2), Standing.CANCELLED),
            new Event.Settled(6, AT, new OrderId(7, 3), Standing.EXPIRED),
            new Event.Removed(7, AT, 7));

    private static List<Entry> seal() {
        Chain chain = new Chain();
        return EVENTS.stream().map(chain::seal).toList();
    }

    @Test
    void everyEventComesBackAsItWas() {
        List<Entry> entries = seal();
        Chain chain = new Chain();
        assertThat(entries.stream().map(chain::open)).isEqualTo(EVENTS);
        assertThat(entries.stream().map(Chain::read)).isEqualTo(EVENTS);
    }

    @Test
    void theHeadStandsForAllEventsSoFar() {
        Chain sealed = new Chain();
        Chain opened = new Chain();
        assertThat(sealed.head(7)).isEqualTo("0".repeat(64));
        for (Event event : EVENTS) {
            String before = sealed.head(7);
            opened.open(sealed.seal(event));
            assertThat(sealed.head(7)).isNotEqualTo(before).isEqualTo(opened.head(7));
        }
    }

    @Test
    void aChangedBitIsFoundWhereverItIs() {
        List<Entry> entries = seal();
        for (int entry = 0; entry < entries.size(); entry++) {
            byte[] body = entries.get(entry).body();
            for (int bit = 0; bit < Byte.SIZE * body.length; bit++) {
                byte[] changed = body.clone();
                changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                Chain chain = new Chain();
                entries.subList(0, entry).forEach(chain::open);
                Entry broken = new Entry(7, entry + 1L, changed);
                assertThatThrownBy(() -> chain.open(broken)).isInstanceOf(JournalDamagedException.class);
            }
        }
    }

    @Test
    void anEntryThatIsLeftOutSwappedOrOfAnotherSaleIsFound() {
        List<Entry> entries = seal();
        Chain chain = new Chain();
        chain.open(entries.getFirst());
        assertThatThrownBy(() -> chain.open(entries.get(2))).isInstanceOf(JournalDamagedException.class);
        Entry moved = new Entry(7, 2, entries.get(2).body());
        assertThatThrownBy(() ->
                        new Chain().open(new Entry(8, 1, entries.getFirst().body())))
                .isInstanceOf(JournalDamagedException.class);
        assertThatThrownBy(() -> chain.open(moved)).isInstanceOf(JournalDamagedException.class);
        assertThatThrownBy(() -> chain.open(new Entry(7, 3, new byte[3]))).isInstanceOf(JournalDamagedException.class);
        assertThatThrownBy(() -> Chain.read(new Entry(7, 3, new byte[30]))).isInstanceOf(JournalDamagedException.class);
    }

    @Test
    void anEventThatDoesNotFollowIsNotSealed() {
        assertThatThrownBy(() -> new Chain().seal(EVENTS.get(1))).isInstanceOf(IllegalStateException.class);
    }
}
