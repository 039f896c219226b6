package io.heddle.seckill.check;

import static io.heddle.seckill.check.Story.TERMS;
import static io.heddle.seckill.check.Story.at;
import static io.heddle.seckill.check.Story.order;
import static io.heddle.seckill.check.Story.win;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.seckill.check.Verdict.Rule;
import io.heddle.seckill.sale.Event;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Events that no sale could have, each found with its reason.
final class BrokenLogTest {
    @Test
    void passesASaleThatWentRight() {
        assertThat(History.judge(List.of(), Evidence.of(Story.SALE, List.of())).right())
                .isTrue();
        Verdict verdict = judge(new Story());
        assertThat(verdict.violations())
                .filteredOn(each -> each.rule() == Rule.LOG)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void finds(String sentence, Story story) {
        assertThat(judge(story).violations())
                .filteredOn(each -> each.rule() == Rule.LOG)
                .anySatisfy(each -> assertThat(each.sentence()).contains(sentence));
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                Arguments.of("event 4 does not follow event 2", without(3)),
                Arguments.of("event 3 does not follow event 3", twice(3)),
                Arguments.of("is of another sale", with(new Event.Removed(8, at(70_000), 43))),
                Arguments.of("is older than the one before", with(win(3, 2, 2, 19))),
                Arguments.of("changes nothing", with(new Event.Arranged(2, at(20), TERMS))),
                Arguments.of(
                        "changes the time to pay",
                        with(new Event.Arranged(8, at(70_000), hold(Duration.ofMinutes(2))))),
                Arguments.of("sells more units than there are", with(new Event.Arranged(4, at(40), TERMS.units(1)))),
                Arguments.of("is a win before there are terms", with(win(1, 1, 1, 10))),
                Arguments.of("does not take position 2", with(win(3, 3, 2, 30))),
                Arguments.of("does not take position 2", with(win(3, 1, 2, 30))),
                Arguments.of("is the second win of its user", with(win(3, 2, 1, 30))),
                Arguments.of("is the second win of its user", with(win(6, 3, 2, 60))),
                Arguments.of("sells a unit that is not there", with(win(5, 3, 3, 50))),
                Arguments.of("is a win in a closed sale", closedBeforeItsWin()),
                Arguments.of("is outside the window", startingAt(21)),
                Arguments.of("is outside the window", endingAt(30)),
                Arguments.of("gives another time to pay", with(new Event.Won(3, at(30), order(2), user(2), at(31)))),
                Arguments.of("settles an order that there is not", settled(4, 3, Standing.PAID)),
                Arguments.of(
                        "settles an order that there is not",
                        with(new Event.Settled(4, at(40), new OrderId(43, 1), Standing.PAID))),
                Arguments.of("settles an order that is PAID", settled(5, 1, Standing.CANCELLED)),
                Arguments.of("settles an order that is PAID", settled(5, 1, Standing.PAID)),
                Arguments.of("settles an order that is CANCELLED", settled(6, 2, Standing.PAID)),
                Arguments.of("settles to nothing", settled(4, 1, Standing.HELD)),
                Arguments.of("lets an order expire before", settled(4, 1, Standing.EXPIRED)),
                Arguments.of("takes away a sale with wins", with(new Event.Removed(4, at(40), Story.SALE))),
                Arguments.of("takes away a sale that there is not", with(new Event.Removed(1, at(10), Story.SALE))),
                Arguments.of("comes after the sale was taken away", with(new Event.Removed(2, at(20), Story.SALE))));
    }

    private static Verdict judge(Story story) {
        return History.judge(List.of(), story.evidence());
    }

    private static Story with(Event event) {
        return new Story().event(event);
    }

    private static Story without(int number) {
        Story story = new Story();
        story.events.remove(number - 1);
        return story;
    }

    private static Story twice(int number) {
        Story story = new Story();
        story.events.add(number, story.events.get(number - 1));
        return story;
    }

    private static Story closedBeforeItsWin() {
        return with(new Event.Arranged(2, at(20), TERMS.open(false)));
    }

    private static Terms hold(Duration hold) {
        return new Terms(Story.SALE, 2, TERMS.start(), TERMS.end(), hold, true);
    }

    private static Story startingAt(long millis) {
        var late = new Terms(Story.SALE, 2, at(millis), TERMS.end(), Story.HOLD, true);
        return with(new Event.Arranged(1, at(10), late));
    }

    private static Story endingAt(long millis) {
        var early = new Terms(Story.SALE, 2, TERMS.start(), at(millis), Story.HOLD, true);
        return with(new Event.Arranged(1, at(10), early));
    }

    private static Story settled(long number, long position, Standing standing) {
        return with(new Event.Settled(number, at(10 * number), order(position), standing));
    }

    private static UserId user(long number) {
        return UserId.of(number);
    }
}
