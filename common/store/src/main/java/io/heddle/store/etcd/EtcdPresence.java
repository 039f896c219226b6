package io.heddle.store.etcd;

import io.heddle.kit.loop.Loop;
import io.heddle.kit.loop.Loop.Next;
import io.heddle.store.Change;
import io.heddle.store.Store;
import io.heddle.store.StoreAwayException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A key on a lease that is kept alive, and granted again when it was lost.
final class EtcdPresence implements Store.Handle {
    private static final Logger LOG = LoggerFactory.getLogger(EtcdPresence.class);
    private static final int BEATS_A_LEASE = 3;
    private static final Duration LONGEST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final String NO_LEASE = "0";

    private final Gateway gateway;
    private final Duration ttl;
    private final Change.Put put;
    private final Loop loop;
    private volatile String lease = NO_LEASE;

    EtcdPresence(Gateway gateway, Duration ttl, Change.Put put) {
        this.gateway = gateway;
        this.ttl = ttl;
        this.put = put;
        this.loop = Loop.of("etcd-presence", ttl.dividedBy(BEATS_A_LEASE), LONGEST_BACK_OFF, this::round);
    }

    void start() {
        loop.start();
    }

    private Next round() {
        try {
            if (!alive()) {
                grant();
            }
            return Next.REST;
        } catch (StoreAwayException e) {
            LOG.atDebug().setCause(e).log("the store is away");
            return Next.BACK_OFF;
        }
    }

    private boolean alive() {
        if (lease.equals(NO_LEASE)) {
            return false;
        }
        JsonNode answer = gateway.ask("/v3/lease/keepalive", named(), true);
        return Wire.number(answer.path("result").path("TTL")) > 0;
    }

    private ObjectNode named() {
        return Wire.object().put("ID", lease);
    }

    private void grant() {
        String seconds = Long.toString(Math.max(1, ttl.toSeconds()));
        String granted = gateway.ask("/v3/lease/grant", Wire.object().put("TTL", seconds), true)
                .path("ID")
                .asString(NO_LEASE);
        gateway.ask(
                "/v3/kv/put",
                Wire.object()
                        .put("key", Wire.encoded(put.key()))
                        .put("value", Wire.encoded(put.value()))
                        .put("lease", granted),
                true);
        lease = granted;
    }

    @Override
    public void close() {
        loop.stop();
        loop.close(FAREWELL);
        try {
            if (!lease.equals(NO_LEASE)) {
                gateway.ask("/v3/lease/revoke", named(), true);
            }
        } catch (StoreAwayException e) {
            LOG.atDebug().setCause(e).log("the lease of this process runs out by itself");
        }
    }
}
