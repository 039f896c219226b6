package io.heddle.bench.load;

import io.heddle.bench.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs `wrk` with 64 connections.
final class Wrk {
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN = Pattern.compile("connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private Wrk() {}

    static Sample load(Subject subject, Duration time) {
        Duration before = cpu(subject);
        String output = run(subject, time);
        Duration used = cpu(subject).minus(before);
        double requests = Math.max(1, number(REQUESTS, output));
        return new Sample(used.toNanos() / 1000.0 / requests, number(RATE, output), p99(output), errors(output));
    }

    private static Duration cpu(Subject subject) {
        return subject.measured().stream().map(Child::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private static String run(Subject subject, Duration time) {
        try {
            Path script = Files.createTempFile("wrk", ".lua");
            Files.write(script, subject.script());
            List<String> command = new ArrayList<>(
                    List.of("wrk", "-t" + subject.threads(), "-c64", "-d" + time.toSeconds(), "--latency"));
            command.addAll(List.of("-s", script.toString(), subject.url()));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor(time.toSeconds() + 10, TimeUnit.SECONDS);
            Files.delete(script);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while wrk runs", e);
        }
    }

    private static double number(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private static double p99(String output) {
        Matcher matcher = P99.matcher(output);
        if (!matcher.find()) {
            return 0;
        }
        double unit = switch (matcher.group(2)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1000;
        };
        return Double.parseDouble(matcher.group(1)) * unit;
    }

    private static long errors(String output) {
        long errors = (long) number(REFUSED, output);
        Matcher broken = BROKEN.matcher(output);
        if (broken.find()) {
            for (int group = 1; group <= broken.groupCount(); group++) {
                errors += Long.parseLong(broken.group(group));
            }
        }
        return errors;
    }
}
