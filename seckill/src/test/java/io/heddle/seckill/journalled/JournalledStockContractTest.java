package io.heddle.seckill.journalled;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.seckill.contract.StockContract;
import io.heddle.seckill.journal.JournalKind;
import io.heddle.seckill.sale.Stock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The journalled engine keeps the contract of all, on each kind of journal.
@ParameterizedClass
@EnumSource(JournalKind.class)
final class JournalledStockContractTest extends StockContract {
    @TempDir
    Path folder;

    @Parameter
    JournalKind kind;

    private final List<Throwable> halts = Collections.synchronizedList(new ArrayList<>());

    @Override
    protected Stock open(InstantSource clock) {
        return JournalledStock.open(JournalSettings.of(kind), folder, clock, halts::add);
    }

    @Override
    protected int units() {
        return 1_000;
    }

    @Override
    protected void release() {
        assertThat(halts).isEmpty();
    }
}
