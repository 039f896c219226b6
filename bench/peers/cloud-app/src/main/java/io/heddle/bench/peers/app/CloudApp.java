package io.heddle.bench.peers.app;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Registers, finds others and reads its settings, by whatever its command line names.
@SpringBootApplication
@RestController
public class CloudApp {
    private final DiscoveryClient discovery;
    private final Environment environment;

    CloudApp(DiscoveryClient discovery, Environment environment) {
        this.discovery = discovery;
        this.environment = environment;
    }

    public static void main(String[] args) {
        SpringApplication.run(CloudApp.class, args);
    }

    /// Where the instances of another application are.
    @GetMapping("/instances/{name}")
    List<String> instances(@PathVariable String name) {
        return discovery.getInstances(name).stream()
                .map(instance -> instance.getUri().toString())
                .toList();
    }

    /// The names that it knows.
    @GetMapping("/services")
    List<String> services() {
        return discovery.getServices();
    }

    /// One of its settings, empty when it has none of that name.
    @GetMapping("/settings/{name}")
    String setting(@PathVariable String name) {
        return environment.getProperty(name, "");
    }
}
