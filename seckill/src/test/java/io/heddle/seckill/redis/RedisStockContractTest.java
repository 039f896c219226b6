package io.heddle.seckill.redis;

import io.heddle.seckill.contract.StockContract;
import io.heddle.seckill.sale.Stock;
import io.heddle.testkit.server.TestServer;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// The sale in a real Redis keeps the contract of all.
final class RedisStockContractTest extends StockContract {
    private static TestServer redis;

    @BeforeAll
    static void startsRedis() {
        redis = TestServer.redis();
    }

    @AfterAll
    static void stopsRedis() {
        redis.close();
    }

    @Override
    protected Stock open(InstantSource clock) {
        return RedisStock.open(RedisSettings.at(redis.port()).timeout(Duration.ofSeconds(30)), clock);
    }

    @Override
    protected int units() {
        return 100;
    }

    @BeforeEach
    @Override
    protected void opensTheStock() {
        Direct.run(redis, commands -> commands.flushall());
        super.opensTheStock();
    }
}
