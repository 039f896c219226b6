package io.heddle.seckill.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.seckill.check.Ask;
import io.heddle.seckill.check.Evidence;
import io.heddle.seckill.check.History;
import io.heddle.seckill.check.Reply;
import io.heddle.seckill.contract.Crowd;
import io.heddle.seckill.sale.Claim;
import io.heddle.seckill.sale.OrderId;
import io.heddle.seckill.sale.Terms;
import io.heddle.seckill.sale.UndecidedException;
import io.heddle.seckill.sale.UserId;
import io.heddle.testkit.server.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is the engine's own on Redis: what it demands, and what becomes of it when Redis dies or forgets.
final class RedisStockTest {
    private static final long SALE = 42;
    private static final int UNITS = 2_000;

    private final InstantSource clock = InstantSource.system();
    private TestServer redis;
    private RedisStock stock;

    @BeforeEach
    void opens() {
        redis = TestServer.redis();
        stock = open();
        Instant now = clock.instant();
        stock.put(new Terms(SALE, UNITS, now.minusSeconds(60), now.plusSeconds(3600), Duration.ofMinutes(15), true));
    }

    private RedisStock open() {
        return RedisStock.open(RedisSettings.at(redis.port()), clock);
    }

    @AfterEach
    void closes() {
        stock.close();
        redis.close();
    }

    @Test
    void refusesARedisThatDoesNotKeepWhatItAnswers() {
        Direct.run(redis, commands -> commands.configSet("appendfsync", "everysec"));
        assertThatThrownBy(this::open)
                .isInstanceOf(NotDurableException.class)
                .hasMessageContaining("appendfsync everysec")
                .hasMessageContaining("set `appendonly yes` and `appendfsync always`");
        Direct.run(redis, commands -> commands.configSet("appendonly", "no"));
        assertThatThrownBy(this::open).isInstanceOf(NotDurableException.class).hasMessageContaining("appendonly no");
    }

    @Test
    void isUndecidedWhereThereIsNoRedis() {
        redis.stop();
        assertThatThrownBy(this::open).isInstanceOf(UndecidedException.class);
    }

    @Test
    void everyWinThatWasToldIsThereAfterAKill() {
        History history = new History(clock);
        List<Runnable> acts = new ArrayList<>();
        for (long user = 1; user <= 20_000; user++) {
            Ask ask = new Ask.Take(SALE, UserId.of(user));
            acts.add(() -> history.ask(stock, ask));
        }
        acts.add(() -> {
            StockAwait.until(() -> stock.pulse().decisions() > 200);
            redis.kill();
        });
        Crowd.rush(acts);
        redis.restart();
        StockAwait.until(() -> answers(history));
        assertThat(history.judge(evidence()).violations()).isEmpty();
    }

    private boolean answers(History history) {
        return history.ask(stock, new Ask.Look(SALE, UserId.of(1))) instanceof Reply.Decided;
    }

    private Evidence evidence() {
        return Evidence.of(SALE, stock.events(SALE, 0, 100_000)).tolerance(Duration.ofMillis(5));
    }

    @Test
    void isUndecidedWithinItsTimeWhileRedisIsAwayAndGoesOnAfter() {
        redis.kill();
        StockAwait.until(this::isUndecided);
        Instant before = Instant.now();
        assertThatThrownBy(() -> stock.claim(SALE, UserId.of(1))).isInstanceOf(UndecidedException.class);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
        redis.restart();
        StockAwait.until(() -> !isUndecided());
        assertThat(stock.claim(SALE, UserId.of(1))).isInstanceOf(Claim.Won.class);
    }

    private boolean isUndecided() {
        try {
            stock.standing(SALE, UserId.of(1));
            return false;
        } catch (UndecidedException undecided) {
            return true;
        }
    }

    @Test
    void isUndecidedWhenRedisHangs() {
        try (RedisStock hasty =
                RedisStock.open(RedisSettings.at(redis.port()).timeout(Duration.ofMillis(300)), clock)) {
            redis.pause();
            assertThatThrownBy(() -> hasty.claim(SALE, UserId.of(1))).isInstanceOf(UndecidedException.class);
            redis.resume();
        }
    }

    @Test
    void isUndecidedAtOnceWhenTooManyWait() throws InterruptedException {
        var one = new RedisSettings("127.0.0.1", redis.port(), false, "", "", Duration.ofSeconds(2), 1);
        AtomicBoolean crowded = new AtomicBoolean();
        try (RedisStock narrow = RedisStock.open(one, clock)) {
            redis.pause();
            Thread other = Thread.ofVirtual().start(() -> StockAwait.until(() -> isCrowded(narrow, crowded)));
            StockAwait.until(() -> isCrowded(narrow, crowded));
            redis.resume();
            other.join();
        }
        assertThat(crowded).isTrue();
    }

    /// Whether one of several who ask at the same time was told that too many wait.
    private static boolean isCrowded(RedisStock narrow, AtomicBoolean crowded) {
        try {
            narrow.standing(SALE, UserId.of(2));
        } catch (UndecidedException undecided) {
            crowded.compareAndSet(false, undecided.getMessage().contains("too many wait"));
        }
        return crowded.get();
    }

    @Test
    void aScriptThatRedisForgotIsGivenAgain() {
        stock.claim(SALE, UserId.of(1));
        Direct.run(redis, commands -> commands.scriptFlush());
        assertThat(stock.claim(SALE, UserId.of(1))).isInstanceOf(Claim.AlreadyWon.class);
        assertThat(stock.order(new OrderId(SALE, 1))).isPresent();
    }

    @Test
    void freezesASaleThatItSawLosingEvents() {
        stock.claim(SALE, UserId.of(1));
        stock.claim(SALE, UserId.of(2));
        Direct.run(redis, commands -> commands.hset("sk:{42}:cfg", "seq", "2"));
        assertThatThrownBy(() -> stock.claim(SALE, UserId.of(3)))
                .isInstanceOf(RedisBehindException.class)
                .hasMessageContaining("event 3 of sale 42 was told, but Redis ends with event 2");
        assertThatThrownBy(() -> stock.tally(SALE)).isInstanceOf(RedisBehindException.class);
        assertThat(stock.events(SALE, 0, 10)).hasSize(3);
    }

    @Test
    void aSaleThatIsFrozenDoesNotKeepTheUnitsOfOthers() {
        Instant now = clock.instant();
        stock.put(new Terms(43, 1, now.minusSeconds(60), now.plusSeconds(3600), Duration.ofSeconds(1), true));
        stock.claim(SALE, UserId.of(1));
        Direct.run(redis, commands -> commands.hset("sk:{42}:cfg", "seq", "1"));
        stock.claim(43, UserId.of(1));
        StockAwait.until(() -> stock.standing(43, UserId.of(1)) instanceof Claim.Released);
        assertThatThrownBy(() -> stock.claim(SALE, UserId.of(2))).isInstanceOf(RedisBehindException.class);
    }

    @Test
    void freezesASaleThatIsBehindWhatIsKnownElsewhere() {
        stock.claim(SALE, UserId.of(1));
        stock.requireAtLeast(SALE, 2);
        assertThatThrownBy(() -> stock.requireAtLeast(SALE, 3)).isInstanceOf(RedisBehindException.class);
        assertThatThrownBy(() -> stock.claim(SALE, UserId.of(2))).isInstanceOf(RedisBehindException.class);
        assertThatThrownBy(() -> stock.requireAtLeast(43, 1)).isInstanceOf(RedisBehindException.class);
    }

    @Test
    void neverShowsThePassword() {
        RedisSettings settings = new RedisSettings("host", 1, true, "me", "secret", Duration.ofSeconds(1), 1);
        assertThat(settings.toString()).doesNotContain("secret").contains("host:1");
    }
}
