package io.heddle.testkit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heddle.kit.configcenter.ConfigCenterSettings;
import io.heddle.kit.configcenter.ConfigFeed;
import io.heddle.kit.http1.Http1Settings;
import io.heddle.kit.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryConfigCenterTest implements ConfigContract {
    private final MemoryConfigCenter center = MemoryConfigCenter.start();

    @AfterEach
    void close() {
        center.close();
    }

    @Override
    public String url() {
        return center.url();
    }

    @Override
    public void publish(String config, String service, String json) {
        center.publish(config, service, json);
    }

    @Override
    public void delete(String config, String service) {
        center.delete(config, service);
    }

    @Override
    public String token(String service) {
        return center.token(service);
    }

    @Test
    void aFeedFollowsIt() {
        center.publish("shelf", "blogger", "{\"page\":5}");
        ConfigCenterSettings settings = ConfigCenterSettings.at(center.url()).token(center.token("blogger"));
        try (Metrics metrics = Metrics.create();
                ConfigFeed feed = ConfigFeed.open(settings, Http1Settings.standard(), "blogger", metrics)) {
            assertThat(feed.require("shelf").path("page").asInt()).isEqualTo(5);
            assertThat(feed.origin()).isEqualTo(ConfigFeed.Origin.CENTRE);

            center.publish("shelf", "blogger", "{\"page\":6}");

            await().until(() -> feed.require("shelf").path("page").asInt() == 6);
            assertThat(feed.following()).isTrue();
        }
    }
}
