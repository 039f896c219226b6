package io.heddle.seckill.redis;

import io.heddle.seckill.sale.UndecidedException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/// The one connection to Redis that all threads share. A command is sent at most once: what was under way when the
/// connection broke is undecided, and what is asked while it is broken is refused at once.
final class Line implements AutoCloseable {
    /// Commands that nobody waits for any more stay in the queue until Redis answers them.
    private static final int SPARE = 4;

    private static final String ADVICE = "set `appendonly yes` and `appendfsync always`";

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final Semaphore places;

    private Line(RedisClient client, StatefulRedisConnection<String, String> connection, int places) {
        this.client = client;
        this.connection = connection;
        this.places = new Semaphore(places);
    }

    /// @throws UndecidedException when Redis is away
    /// @throws NotDurableException when it does not keep what it answers
    static Line open(RedisSettings settings) {
        RedisClient client = RedisClient.create(uri(settings));
        client.setOptions(options(settings));
        boolean open = false;
        try {
            Line line = new Line(client, asked(client::connect), settings.waiting());
            line.requireDurable();
            open = true;
            return line;
        } finally {
            if (!open) {
                client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
            }
        }
    }

    private static RedisURI uri(RedisSettings settings) {
        RedisURI.Builder uri = RedisURI.builder()
                .withHost(settings.host())
                .withPort(settings.port())
                .withSsl(settings.tls())
                .withTimeout(settings.timeout());
        if (!settings.password().isEmpty()) {
            String user = settings.user().isEmpty() ? "default" : settings.user();
            uri.withAuthentication(user, settings.password().toCharArray());
        }
        return uri.build();
    }

    private static ClientOptions options(RedisSettings settings) {
        return ClientOptions.builder()
                .autoReconnect(true)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .replayFilter(command -> true)
                .requestQueueSize(SPARE * settings.waiting())
                .timeoutOptions(TimeoutOptions.enabled(settings.timeout()))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(settings.timeout())
                        .tcpNoDelay(true)
                        .keepAlive(true)
                        .build())
                .build();
    }

    /// What Redis does not keep on disk before it answers can be taken back by a crash.
    private void requireDurable() {
        Map<String, String> log = ask(commands -> commands.configGet("append*"));
        String only = log.getOrDefault("appendonly", "unknown");
        String sync = log.getOrDefault("appendfsync", "unknown");
        if (!only.equals("yes") || !sync.equals("always")) {
            throw new NotDurableException("Redis has appendonly " + only + " and appendfsync " + sync
                    + ", so a crash could take back wins that were told: " + ADVICE);
        }
    }

    /// Sends commands and waits for the answer.
    ///
    /// @throws UndecidedException when there is none, or too many wait for theirs
    <T> T ask(Function<RedisCommands<String, String>, T> command) {
        if (!places.tryAcquire()) {
            throw new UndecidedException("too many wait for Redis; try again");
        }
        try {
            return asked(() -> command.apply(connection.sync()));
        } finally {
            places.release();
        }
    }

    private static <T> T asked(Supplier<T> command) {
        try {
            return command.get();
        } catch (RedisException e) {
            throw undecided(e);
        }
    }

    private static RuntimeException undecided(RedisException e) {
        if (e instanceof RedisNoScriptException) {
            return e;
        }
        boolean refused = e instanceof RedisCommandExecutionException;
        String why = refused ? "Redis refuses: " + e.getMessage() : "Redis does not answer";
        UndecidedException undecided = new UndecidedException(why);
        undecided.initCause(e);
        return undecided;
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
