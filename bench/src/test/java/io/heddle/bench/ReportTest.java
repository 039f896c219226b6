package io.heddle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    @TempDir
    private Path folder;

    @Test
    void aReportHasWhereHowWhatAndWhichAimsWereMissedAndWhy() throws IOException {
        Report.of("tea", "What tea costs", "leaf", "us")
                .row("green", Report.number(12.34))
                .atMost("us of green tea", 12.34, 10, "The kettle is old.")
                .atLeast("cups", 7, 6, "There is one pot.")
                .note("Median of 3.")
                .write(folder);

        assertThat(Files.readString(folder.resolve("tea.md")))
                .contains("# What tea costs", "- date: ", " cores of ", "- command: `./heddle bench tea`")
                .contains("| leaf | us |", "| green | 12.3 |")
                .contains("us of green tea: 12.3, aim at most 10.0: **missed**. The kettle is old.")
                .contains("cups: 7.00, aim at least 6.00: **met**\n")
                .contains("- Median of 3.");
    }
}
