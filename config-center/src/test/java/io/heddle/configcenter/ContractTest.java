package io.heddle.configcenter;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class ContractTest implements CenterContract {
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
    public TestCenter center() {
        return center;
    }
}
