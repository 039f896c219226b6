package io.heddle.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README's own service, taken out of the README as it stands there, compiled and run.
class ReadmeTest {
    private static final Path README = Path.of("../../README.md");
    private static final Pattern FILE = Pattern.compile("```java (hello/\\w+\\.java)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile("/hello/Ada\\?times=2'\\s+# (.+)");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private String readme;

    @BeforeEach
    void compile() throws IOException {
        readme = Files.readString(README);
        List<String> command = new ArrayList<>(List.of("-proc:full", "-d", out(), "-cp", classPath()));
        Matcher file = FILE.matcher(readme);
        while (file.find()) {
            Path source = folder.resolve(file.group(1));
            Files.createDirectories(source.getParent());
            command.add(Files.writeString(source, file.group(2)).toString());
        }
        assertThat(command).hasSize(8);
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new));
        assertThat(status).as("the README's sources compile").isZero();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    @Test
    void theServiceOfTheReadmeAnswersAsTheReadmeSays() throws Exception {
        Path ready = folder.resolve("ready");
        Process hello = java(
                "hello.Hello", "heddle.server.port=0", "heddle.service.ready_file=" + ready, "heddle.registry.urls=");
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(ready) || !hello.isAlive());
            String url = Files.readString(ready).strip();
            Matcher shown = SHOWN.matcher(readme);
            assertThat(shown.find()).isTrue();
            assertThat(get(url + "/hello/Ada?times=2").body()).isEqualTo(shown.group(1));
            HttpResponse<String> refused = get(url + "/hello/Ada?times=0");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("\"field\":\"times\"");
            Process caller = java("hello.Caller", "heddle.registry.urls=", "heddle.client.services.hello.url=" + url);
            assertThat(caller.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("hello.Caller.log"))).contains("Hello, Ada! Hello, Ada!");
        } finally {
            hello.destroyForcibly().waitFor();
        }
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private Process java(String main, String... settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String setting : settings) {
            command.add("-D" + setting);
        }
        command.addAll(List.of("-cp", out() + File.pathSeparator + classPath(), main));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(main + ".log").toFile())
                .start();
    }
}
