package io.heddle.configcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heddle.testkit.config.ConfigContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class ContractTest implements ConfigContract {
    @TempDir
    private Path folder;

    private TestCenter center;

    @BeforeEach
    void open() {
        center = TestCenter.in(folder);
    }

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
        assertEquals(200, center.http().publish(config + '/' + service, json).status());
    }

    @Override
    public void delete(String config, String service) {
        assertEquals(
                200, center.http().delete("/entries/" + config + '/' + service).status());
    }

    @Override
    public String token(String service) {
        return center.token(service);
    }
}
