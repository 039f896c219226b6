package io.heddle.seckill.check;

import static io.heddle.seckill.check.Story.HOLD;
import static io.heddle.seckill.check.Story.TERMS;
import static io.heddle.seckill.check.Story.at;
import static io.heddle.seckill.check.Story.look;
import static io.heddle.seckill.check.Story.order;
import static io.heddle.seckill.check.Story.ordered;
import static io.heddle.seckill.check.Story.row;
import static io.heddle.seckill.check.Story.settle;
import static io.heddle.seckill.check.Story.take;
import static io.heddle.seckill.check.Story.win;
import static io.heddle.seckill.check.Story.won;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.seckill.check.Verdict.Rule;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.Order;
import io.heddle.seckill.sale.Standing;
import io.heddle.seckill.sale.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Answers that a right sale does not give, each found by the operation that shows it.
final class BrokenHistoryTest {
    private final Story story = new Story();

    @Test
    void passesAHistoryThatWentRight() {
        Evidence evidence = story.evidence().looks(story.looks()).rows(story.rows());
        Verdict verdict = History.judge(story.operations, evidence);
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.right()).isTrue();
        assertThat(verdict.checks()).containsKeys(Rule.values());
        assertThat(verdict.asked()).isGreaterThan(60);
    }

    @Test
    void aWinThatIsNotInTheLogWasLost() {
        story.endBefore(6);
        assertBroken(Rule.ANSWER, "operation 10 (claim of user 3 in sale 42) is answered as of event 6");
    }

    @Test
    void aWinOfAnotherUserIsNoWin() {
        assertBroken(Rule.ANSWER, "operation 3", story.answer(3, won(2, 1, 20)));
    }

    @Test
    void aWinHasItsOwnEvent() {
        assertBroken(Rule.ANSWER, "operation 2", story.answer(2, won(3, 1, 20)));
        assertBroken(Rule.ANSWER, "operation 2", new Story().answer(2, won(2, 2, 20)));
        assertBroken(Rule.ANSWER, "operation 2", new Story().answer(2, won(2, 1, 21)));
    }

    @Test
    void aWinIsToldAsNewOnce() {
        assertBroken(Rule.CAUSE, "order 42-000001 was told as new", story.add(take(1), 19, 23, won(2, 1, 20)));
    }

    @Test
    void anEarlierWinKeepsItsOrder() {
        assertBroken(Rule.ANSWER, "operation 5", story.answer(5, already(2, 20, Standing.HELD, 3)));
        assertBroken(Rule.ANSWER, "operation 5", new Story().answer(5, already(1, 21, Standing.HELD, 3)));
        assertBroken(Rule.ANSWER, "operation 5", new Story().answer(5, already(1, 20, Standing.PAID, 3)));
    }

    @Test
    void onlyAWinnerHasWonAlready() {
        assertBroken(Rule.ANSWER, "operation 4", story.answer(4, already(1, 20, Standing.HELD, 3)));
        assertBroken(Rule.ANSWER, "operation 8", new Story().answer(8, already(2, 30, Standing.CANCELLED, 5)));
    }

    @Test
    void aWinnerNeverHearsSoldOut() {
        assertBroken(Rule.ANSWER, "user's order 42-000001 is HELD", story.answer(5, new Claim.SoldOut(false, 3)));
    }

    @Test
    void soldOutIsSaidWhereNothingIsLeft() {
        assertBroken(Rule.ANSWER, "1 units are left", story.answer(4, new Claim.SoldOut(false, 2)));
    }

    @Test
    void soldOutForGoodIsSaidWhereNothingIsHeld() {
        assertBroken(Rule.ANSWER, "operation 4", story.answer(4, new Claim.SoldOut(true, 3)));
        assertBroken(Rule.ANSWER, "operation 12", new Story().answer(12, new Claim.SoldOut(true, 6)));
    }

    @Test
    void aBuyerIsNotToldThatNothingIsDecidedWhenAsked() {
        assertBroken(Rule.ANSWER, "operation 12", story.answer(12, new Claim.None(5)));
        assertBroken(Rule.ANSWER, "operation 9", new Story().answer(9, new Claim.None(6)));
    }

    @Test
    void aLookDoesNotWin() {
        assertBroken(Rule.ANSWER, "operation 18", story.add(look(3), 58, 62, won(6, 3, 60)));
    }

    @Test
    void whatWasReleasedStaysReleased() {
        var expired = new Claim.Released(order(2), Standing.EXPIRED, 5);
        assertBroken(Rule.ANSWER, "operation 8", story.answer(8, expired));
        var other = new Claim.Released(order(1), Standing.CANCELLED, 5);
        assertBroken(Rule.ANSWER, "operation 8", new Story().answer(8, other));
        assertBroken(Rule.ANSWER, "operation 8", new Story().answer(8, new Claim.SoldOut(false, 5)));
    }

    @Test
    void itIsTooEarlyBeforeTheStartOnly() {
        assertBroken(Rule.ANSWER, "operation 9", story.answer(9, new Claim.NotStarted(TERMS.start(), at(-1), 5)));
        assertBroken(Rule.ANSWER, "operation 9", new Story().answer(9, new Claim.NotStarted(at(99), at(56), 5)));
        assertRight(new Story().without(1).add(take(10), -3, -1, new Claim.NotStarted(TERMS.start(), at(-2), 1)));
    }

    @Test
    void itIsOverAfterTheEndOrWhenClosedOnly() {
        assertBroken(Rule.ANSWER, "operation 9", story.answer(9, new Claim.Ended(5)));
        assertBroken(Rule.ANSWER, "operation 17", new Story().answer(17, new Claim.Ended(7)));
        assertBroken(Rule.ANSWER, "operation 17", new Story().answer(17, new Claim.SoldOut(false, 8)));
    }

    @Test
    void aWinIsWithinItsOperationByTheClock() {
        story.moved(2, 10, 15);
        assertBroken(Rule.ANSWER, "operation 2");
        Evidence tolerant = story.evidence().tolerance(Duration.ofMillis(5));
        assertThat(History.judge(story.operations, tolerant).violations()).isEmpty();
    }

    @Test
    void thereIsASaleOnceItWasSeen() {
        assertBroken(Rule.ANSWER, "operation 9", story.answer(9, new Claim.NoActivity()));
    }

    @Test
    void thereIsAnOrderOnceItWasSeen() {
        assertBroken(Rule.ANSWER, "operation 13", story.answer(13, new Reply.Ordered(Optional.empty())));
        assertRight(new Story().add(settle(9, Standing.PAID), 67, 69, new Reply.Ordered(Optional.empty())));
        assertRight(new Story().add(settle(1, Standing.PAID), 11, 12, new Reply.Ordered(Optional.empty())));
    }

    @Test
    void aSettledOrderIsAnsweredAsItIs() {
        assertBroken(Rule.ANSWER, "operation 6", story.answer(6, ordered(2, Standing.PAID, 4)));
        assertBroken(Rule.ANSWER, "operation 13", new Story().answer(13, ordered(2, Standing.PAID, 6)));
        assertBroken(Rule.ANSWER, "operation 6", new Story().answer(6, ordered(2, Standing.CANCELLED, 5)));
        assertBroken(Rule.ANSWER, "operation 6", new Story().answer(6, ordered(1, Standing.HELD, 3)));
    }

    @Test
    void anOrderStaysHeldOnlyWhenItIsTooEarlyToExpire() {
        Reply held = ordered(1, Standing.HELD, 3);
        assertRight(story.add(settle(1, Standing.EXPIRED), 36, 37, held));
        Story late = new Story().endBefore(4);
        late.operations.clear();
        late.add(take(1), 18, 22, won(2, 1, 20)).add(take(2), 28, 32, won(3, 2, 30));
        late.add(settle(1, Standing.EXPIRED), 70_000, 70_001, held);
        assertBroken(Rule.ANSWER, "operation 3", late);
    }

    @Test
    void whatWasToldIsNotForgotten() {
        story.add(take(20), 33, 35, new Claim.SoldOut(false, 3));
        assertRight(story);
        assertBroken(Rule.TIME, "answers as of event 3, but", story.moved(18, 53, 57));
    }

    @Test
    void aWinComesAfterWhatWasToldBeforeItsClaim() {
        assertBroken(
                Rule.TIME,
                "operation 3",
                story.moved(2, 18, 24).moved(3, 45, 46).add(look(1), 40, 41, already(1, 20, Standing.HELD, 3)));
    }

    @Test
    void aWinHasSomebodyWhoAskedForIt() {
        assertBroken(Rule.CAUSE, "event 6 is a win that no operation asked for", story.without(10));
    }

    @Test
    void aWinIsToldToAClaimThatWasAnswered() {
        story.answer(10, already(3, 60, Standing.HELD, 6));
        assertBroken(Rule.CAUSE, "event 6 is a win that no operation asked for");
    }

    @Test
    void anAnswerThatNeverCameMayHaveWon() {
        assertRight(story.without(10).open(take(3), 58));
        assertRight(new Story().answer(10, new Reply.Undecided()));
        assertBroken(Rule.CAUSE, "event 6", new Story().answer(10, new Reply.Refused()));
    }

    @Test
    void nothingHappensBeforeItIsAskedFor() {
        assertBroken(Rule.CAUSE, "event 6", story.without(10).open(take(3), 66));
    }

    @Test
    void aSettlementHasSomebodyWhoAskedForIt() {
        assertBroken(Rule.CAUSE, "event 4 is a settlement", story.without(6));
        assertRight(new Story().without(6).open(settle(1, Standing.PAID), 38));
        assertBroken(Rule.CAUSE, "event 4", new Story().without(6).open(settle(1, Standing.PAID), 66));
        assertBroken(Rule.CAUSE, "event 4", new Story().without(6).open(settle(1, Standing.CANCELLED), 38));
    }

    @Test
    void atTheEndEachUserIsToldTheFold() {
        Map<UserId, Claim> looks = new HashMap<>(story.looks());
        looks.put(UserId.of(3), new Claim.Released(order(3), Standing.CANCELLED, 8));
        assertEnd("user 3", story.evidence().looks(looks));
        assertEnd("user 9", story.evidence().looks(Map.of(UserId.of(9), new Claim.Ended(7))));
        assertEnd("user 9", story.evidence().looks(Map.of(UserId.of(9), new Claim.NoActivity())));
    }

    @Test
    void theRowsAreTheWins() {
        List<Order> rows = story.rows();
        assertEnd("the rows null", story.evidence().rows(rows.subList(0, 2)));
        assertEnd("twice", story.evidence().rows(List.of(rows.get(0), rows.get(0), rows.get(1), rows.get(2))));
        Order strange = row(4, Standing.HELD, 8);
        assertEnd("never won", story.evidence().rows(List.of(rows.get(0), rows.get(1), rows.get(2), strange)));
        Order other = row(3, Standing.HELD, 8);
        assertEnd("the rows Order", story.evidence().rows(List.of(rows.get(0), rows.get(1), other)));
    }

    @Test
    void countsWhatItDoesNotList() {
        for (int i = 0; i < 300; i++) {
            story.add(take(1), 63, 64, new Claim.SoldOut(true, 6));
        }
        Verdict verdict = story.judge();
        assertThat(verdict.violations()).hasSize(Verdict.MAX_VIOLATIONS);
        assertThat(verdict.broken()).isEqualTo(300);
    }

    @Test
    void aClaimOfAnEarlierEventIsOfNoHarmWhileItIsConcurrent() {
        assertRight(story.add(take(20), 33, 99, new Claim.SoldOut(false, 3)));
        assertBroken(Rule.LOG, "the second win", new Story().event(win(6, 3, 2, 60)));
    }

    private static Claim already(long position, long millis, Standing standing, long asOf) {
        return new Claim.AlreadyWon(order(position), at(millis).plus(HOLD), standing, asOf);
    }

    private void assertBroken(Rule rule, String words) {
        assertBroken(rule, words, story);
    }

    private static void assertBroken(Rule rule, String words, Story told) {
        assertThat(told.judge().violations())
                .filteredOn(each -> each.rule() == rule)
                .anySatisfy(each -> assertThat(each.toString()).contains(words));
    }

    private void assertEnd(String words, Evidence evidence) {
        assertThat(History.judge(story.operations, evidence).violations())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.rule()).isEqualTo(Rule.END))
                .anySatisfy(each -> assertThat(each.sentence()).contains(words));
    }

    private static void assertRight(Story told) {
        assertThat(told.judge().violations()).isEmpty();
    }
}
