package io.heddle.configcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.testkit.config.ConfigContract;

/// What every config centre does, asked of a real one on whatever store it stands.
interface CenterContract extends ConfigContract {
    /// The centre that is tested now.
    TestCenter center();

    @Override
    default String url() {
        return center().url();
    }

    @Override
    default void publish(String config, String service, String json) {
        assertEquals(200, center().http().publish(config + '/' + service, json).status());
    }

    @Override
    default void delete(String config, String service) {
        assertEquals(
                200,
                center().http().delete("/entries/" + config + '/' + service).status());
    }

    @Override
    default String token(String service) {
        return center().token(service);
    }
}
